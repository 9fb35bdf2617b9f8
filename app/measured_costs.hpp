// Measured: 2026-11-29, AMD EPYC.
#pragma once

#include "app/costs.hpp"

namespace homeroom::app::measured {

inline constexpr Costs kCosts = {
    .yardstick = 0.000366,
    .seconds_start = {"seconds_start", 0.03252},
    .seconds_founded_student = {"seconds_founded_student", 6.56e-07},
    .seconds_student_year = {"seconds_student_year", 1.365e-07},
    .seconds_district_line = {"seconds_district_line", 1.877e-08},
    .seconds_school_year = {"seconds_school_year", 0},
    .seconds_table_byte = {"seconds_table_byte", 9.284e-09},
    .seconds_kept_byte = {"seconds_kept_byte", 2.706e-10},
    .seconds_nation_founded_student = {"seconds_nation_founded_student", 2.199e-07},
    .seconds_nation_student_year = {"seconds_nation_student_year", 1.205e-07},
    .seconds_district_year = {"seconds_district_year", 2.475e-05},
    .serial_share = 0.3222,
    .crowding = 1,
    .memory_program = {"memory_program", 2.262e+07},
    .memory_student = {"memory_student", 221.7},
    .memory_table_byte = {"memory_table_byte", 6.178},
    .memory_keeping = {"memory_keeping", 2.626e+07},
    .memory_kept_byte = {"memory_kept_byte", 1.92},
    .memory_student_at_work = {"memory_student_at_work", 58.89},
    .memory_nation_student = {"memory_nation_student", 63.82},
    .memory_district = {"memory_district", 7030},
    .memory_streamed_student = {"memory_streamed_student", 174},
    .memory_streamed_district_year = {"memory_streamed_district_year", 362.6},
    .disk_run = {"disk_run", 3978},
    .disk_scenario_byte = {"disk_scenario_byte", 1.122},
    .disk_city_year = {"disk_city_year", 5124},
    .disk_school_year = {"disk_school_year", 749.1},
    .disk_student_row = {"disk_student_row", 80.34},
    .disk_district_line = {"disk_district_line", 71.8},
    .disk_lottery_line = {"disk_lottery_line", 71.19},
    .disk_nation_year = {"disk_nation_year", 2599},
    .disk_district_year = {"disk_district_year", 245.4},
    .disk_nation_school_year = {"disk_nation_school_year", 265.8},
    .disk_kept_student = {"disk_kept_student", 57.63},
    .disk_kept_school = {"disk_kept_school", 4146},
};

}  // namespace homeroom::app::measured
