// What is measured of the program, so that the cost of a run can be told before it: one coefficient
// for each quantity that a workload counts.
#pragma once

#include <string_view>

namespace homeroom::app::measured {

struct Coefficient {
  std::string_view key;  ///< its own name
  double each = 0;       ///< seconds of processor time, or bytes
};

struct Costs {
  double yardstick;                            ///< seconds of the yardstick (yardstick.hpp)
  Coefficient seconds_start;                   ///< of the program, once
  Coefficient seconds_founded_student;         ///< of a city, where no kept city is begun from
  Coefficient seconds_founded_chooser;         ///< of these, who files a list then
  Coefficient seconds_founded_distance;        ///< from a neighbourhood to a school of it
  Coefficient seconds_student_year;            ///< of a city
  Coefficient seconds_district_line;           ///< see list_lines.hpp
  Coefficient seconds_school_year;             ///< of a city
  Coefficient seconds_table_byte;              ///< of any table
  Coefficient seconds_kept_byte;               ///< of a burnt-in city, read or left
  Coefficient seconds_nation_founded_student;  ///< of a nation
  Coefficient seconds_nation_student_year;     ///< of a nation
  Coefficient seconds_district_year;           ///< of a nation, beside its children
  double serial_share;  ///< of a city's time on one thread: what other threads take no part in
  double crowding;      ///< processor time where two threads work, of that of one
  Coefficient memory_program;  ///< bytes, from here on
  Coefficient memory_worker;   ///< of a city that lives: what its thread keeps to hand out again
  Coefficient memory_student;  ///< of a city that lives
  Coefficient memory_student_row;        ///< of a year, until it is text
  Coefficient memory_line;               ///< on a list of that year, until it is text
  Coefficient memory_kept_byte;          ///< of a burnt-in city, read or left
  Coefficient memory_student_at_work;    ///< of a nation: in the districts that live at a time
  Coefficient memory_nation_student;     ///< of a nation
  Coefficient memory_district;           ///< of a nation
  Coefficient memory_streamed_student;   ///< of a streamed nation, in districts that live at a time
  Coefficient memory_streamed_district;  ///< of a streamed nation, beside its children
  // Of a comparison, beside the lives of its arms.
  Coefficient seconds_compared_student_year;  ///< policy years of every arm
  Coefficient seconds_compared_byte;          ///< of its tables
  Coefficient memory_compared_student;        ///< of a replicate that lives: the burnt-in city
  Coefficient memory_compared_student_year;   ///< of such a one: places of the base, year by year
  Coefficient memory_compared_school_year;    ///< of any replicate and arm: means
  Coefficient memory_compared_byte;           ///< of its tables
  Coefficient disk_compared_model_year;       ///< of an alternative: differences
  Coefficient disk_compared_moved;        ///< of the same: who is elsewhere, see compare_cost.cpp
  Coefficient disk_compared_school_year;  ///< of an alternative: differences of single schools
  Coefficient disk_run;                   ///< codebook, headings, manifest without the scenario
  Coefficient disk_scenario_byte;         ///< in the manifest
  Coefficient disk_city_year;             ///< tables of cities
  Coefficient disk_model_year;            ///< tables of models, see model_years.hpp
  Coefficient disk_school_year;           ///< tables of schools, and events
  Coefficient disk_student_row;         ///< students, teachers and what is smaller, with --students
  Coefficient disk_district_line;       ///< applications, with --students: see list_lines.hpp
  Coefficient disk_lottery_line;        ///< the same, to separate lotteries
  Coefficient disk_nation_year;         ///< tables of nations, classes and models
  Coefficient disk_district_year;       ///< districts.csv
  Coefficient disk_nation_school_year;  ///< nation_schools.csv
  Coefficient disk_kept_student;        ///< in a burnt-in city's file
  Coefficient disk_kept_school;         ///< in a burnt-in city's file, beside distances
};

}  // namespace homeroom::app::measured
