// Measured: 2026-11-29, AMD EPYC.
#pragma once

#include "app/costs.hpp"

namespace homeroom::app::measured {

inline constexpr Costs kCosts = {
    .yardstick = 0.000392,
    .seconds_start = {"seconds_start", 0.02961},
    .seconds_founded_student = {"seconds_founded_student", 7.348e-07},
    .seconds_student_year = {"seconds_student_year", 1.795e-07},
    .seconds_district_line = {"seconds_district_line", 1.368e-08},
    .seconds_school_year = {"seconds_school_year", 0},
    .seconds_table_byte = {"seconds_table_byte", 9.419e-09},
    .seconds_kept_byte = {"seconds_kept_byte", 1.988e-09},
    .seconds_nation_founded_student = {"seconds_nation_founded_student", 3.07e-07},
    .seconds_nation_student_year = {"seconds_nation_student_year", 1.547e-07},
    .seconds_district_year = {"seconds_district_year", 6.114e-05},
    .serial_share = 0.3472,
    .crowding = 1.006,
    .memory_program = {"memory_program", 1.511e+07},
    .memory_student = {"memory_student", 193.9},
    .memory_table_byte = {"memory_table_byte", 6.149},
    .memory_keeping = {"memory_keeping", 2.597e+07},
    .memory_kept_byte = {"memory_kept_byte", 1.622},
    .memory_student_at_work = {"memory_student_at_work", 11.78},
    .memory_nation_student = {"memory_nation_student", 74.46},
    .memory_district = {"memory_district", 8489},
    .memory_streamed_student = {"memory_streamed_student", 169.6},
    .memory_streamed_district_year = {"memory_streamed_district_year", 362.6},
    .disk_run = {"disk_run", 5058},
    .disk_scenario_byte = {"disk_scenario_byte", 1.118},
    .disk_city_year = {"disk_city_year", 5123},
    .disk_school_year = {"disk_school_year", 749.2},
    .disk_student_row = {"disk_student_row", 78.79},
    .disk_district_line = {"disk_district_line", 74.43},
    .disk_lottery_line = {"disk_lottery_line", 72.81},
    .disk_nation_year = {"disk_nation_year", 2670},
    .disk_district_year = {"disk_district_year", 243.5},
    .disk_nation_school_year = {"disk_nation_school_year", 265.9},
    .disk_kept_student = {"disk_kept_student", 57.63},
    .disk_kept_school = {"disk_kept_school", 4147},
};

}  // namespace homeroom::app::measured
