// Measured: 2026-11-29, AMD EPYC.
#pragma once

#include "app/costs.hpp"

namespace homeroom::app::measured {

inline constexpr Costs kCosts = {
    .yardstick = 0.000238,
    .seconds_start = {"seconds_start", 0.02996},
    .seconds_founded_student = {"seconds_founded_student", 7.988e-07},
    .seconds_student_year = {"seconds_student_year", 1.852e-07},
    .seconds_district_line = {"seconds_district_line", 1.924e-08},
    .seconds_school_year = {"seconds_school_year", 0},
    .seconds_table_byte = {"seconds_table_byte", 8.855e-09},
    .seconds_kept_byte = {"seconds_kept_byte", 1.988e-09},
    .seconds_nation_founded_student = {"seconds_nation_founded_student", 3.11e-07},
    .seconds_nation_student_year = {"seconds_nation_student_year", 1.618e-07},
    .seconds_district_year = {"seconds_district_year", 6.414e-05},
    .serial_share = 0.37,
    .crowding = 1.013,
    .memory_program = {"memory_program", 1.219e+07},
    .memory_student = {"memory_student", 215},
    .memory_table_byte = {"memory_table_byte", 5},
    .memory_keeping = {"memory_keeping", 2.5e+07},
    .memory_kept_byte = {"memory_kept_byte", 0.1875},
    .memory_student_at_work = {"memory_student_at_work", 37.21},
    .memory_nation_student = {"memory_nation_student", 68.51},
    .memory_district = {"memory_district", 1.157e+04},
    .memory_streamed_student = {"memory_streamed_student", 128.7},
    .memory_streamed_district_year = {"memory_streamed_district_year", 443.6},
    .disk_run = {"disk_run", 6699},
    .disk_scenario_byte = {"disk_scenario_byte", 1.107},
    .disk_city_year = {"disk_city_year", 5204},
    .disk_school_year = {"disk_school_year", 744.9},
    .disk_student_row = {"disk_student_row", 80.19},
    .disk_district_line = {"disk_district_line", 73.65},
    .disk_lottery_line = {"disk_lottery_line", 67.11},
    .disk_nation_year = {"disk_nation_year", 2667},
    .disk_district_year = {"disk_district_year", 243.5},
    .disk_nation_school_year = {"disk_nation_school_year", 265.9},
    .disk_kept_student = {"disk_kept_student", 54.55},
    .disk_kept_school = {"disk_kept_school", 5504},
};

}  // namespace homeroom::app::measured
