// Measured: 2026-11-30, AMD EPYC.
#pragma once

#include "app/cost_coefficients.hpp"

namespace homeroom::app::measured {

inline constexpr Costs kCosts = {
    .yardstick = 0.000281,
    .seconds_start = {"seconds_start", 0.02471},
    .seconds_founded_student = {"seconds_founded_student", 3.793e-07},
    .seconds_student_year = {"seconds_student_year", 8.595e-08},
    .seconds_district_line = {"seconds_district_line", 9.669e-09},
    .seconds_school_year = {"seconds_school_year", 0},
    .seconds_table_byte = {"seconds_table_byte", 4.922e-09},
    .seconds_kept_byte = {"seconds_kept_byte", 9.158e-11},
    .seconds_nation_founded_student = {"seconds_nation_founded_student", 1.271e-07},
    .seconds_nation_student_year = {"seconds_nation_student_year", 7.578e-08},
    .seconds_district_year = {"seconds_district_year", 2.081e-05},
    .serial_share = 0.2226,
    .crowding = 1.064,
    .memory_program = {"memory_program", 2.502e+07},
    .memory_worker = {"memory_worker", 5.014e+06},
    .memory_student = {"memory_student", 181.1},
    .memory_student_row = {"memory_student_row", 104.4},
    .memory_line = {"memory_line", 598.1},
    .memory_kept_byte = {"memory_kept_byte", 2.27},
    .memory_student_at_work = {"memory_student_at_work", 96.34},
    .memory_nation_student = {"memory_nation_student", 59.88},
    .memory_district = {"memory_district", 9600},
    .memory_streamed_student = {"memory_streamed_student", 155.9},
    .memory_streamed_district = {"memory_streamed_district", 0},
    .seconds_compared_student_year = {"seconds_compared_student_year", 6.536e-08},
    .seconds_compared_byte = {"seconds_compared_byte", 6.261e-08},
    .memory_compared_student = {"memory_compared_student", 218.3},
    .memory_compared_student_year = {"memory_compared_student_year", 11.44},
    .memory_compared_school_year = {"memory_compared_school_year", 806.3},
    .memory_compared_byte = {"memory_compared_byte", 7.258},
    .disk_compared_model_year = {"disk_compared_model_year", 1.292e+04},
    .disk_compared_moved = {"disk_compared_moved", 42.8},
    .disk_compared_school_year = {"disk_compared_school_year", 907.4},
    .disk_run = {"disk_run", 3173},
    .disk_scenario_byte = {"disk_scenario_byte", 1.132},
    .disk_city_year = {"disk_city_year", 1.251e+04},
    .disk_model_year = {"disk_model_year", 2620},
    .disk_school_year = {"disk_school_year", 768.2},
    .disk_student_row = {"disk_student_row", 80.32},
    .disk_district_line = {"disk_district_line", 71.81},
    .disk_lottery_line = {"disk_lottery_line", 71.19},
    .disk_nation_year = {"disk_nation_year", 2593},
    .disk_district_year = {"disk_district_year", 245.3},
    .disk_nation_school_year = {"disk_nation_school_year", 265.8},
    .disk_kept_student = {"disk_kept_student", 57.54},
    .disk_kept_school = {"disk_kept_school", 4185},
};

}  // namespace homeroom::app::measured
