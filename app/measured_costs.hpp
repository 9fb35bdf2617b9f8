// Measured: 2026-11-29, AMD EPYC.
#pragma once

#include "app/cost_coefficients.hpp"

namespace homeroom::app::measured {

inline constexpr Costs kCosts = {
    .yardstick = 0.000364,
    .seconds_start = {"seconds_start", 0.03144},
    .seconds_founded_student = {"seconds_founded_student", 6.038e-07},
    .seconds_student_year = {"seconds_student_year", 1.395e-07},
    .seconds_district_line = {"seconds_district_line", 1.916e-08},
    .seconds_school_year = {"seconds_school_year", 0},
    .seconds_table_byte = {"seconds_table_byte", 9.6e-09},
    .seconds_kept_byte = {"seconds_kept_byte", 1.138e-09},
    .seconds_nation_founded_student = {"seconds_nation_founded_student", 2.272e-07},
    .seconds_nation_student_year = {"seconds_nation_student_year", 1.187e-07},
    .seconds_district_year = {"seconds_district_year", 3.156e-05},
    .serial_share = 0.1771,
    .crowding = 1.125,
    .memory_program = {"memory_program", 1.776e+07},
    .memory_worker = {"memory_worker", 3.741e+06},
    .memory_student = {"memory_student", 225.7},
    .memory_student_row = {"memory_student_row", 91.7},
    .memory_line = {"memory_line", 577.1},
    .memory_kept_byte = {"memory_kept_byte", 2.284},
    .memory_student_at_work = {"memory_student_at_work", 124.3},
    .memory_nation_student = {"memory_nation_student", 56.66},
    .memory_district = {"memory_district", 1.186e+04},
    .memory_streamed_student = {"memory_streamed_student", 191.1},
    .memory_streamed_district = {"memory_streamed_district", 500},
    .seconds_compared_student_year = {"seconds_compared_student_year", 1.058e-07},
    .seconds_compared_byte = {"seconds_compared_byte", 9.016e-08},
    .memory_compared_student = {"memory_compared_student", 193.4},
    .memory_compared_student_year = {"memory_compared_student_year", 7.094},
    .memory_compared_school_year = {"memory_compared_school_year", 919.4},
    .memory_compared_byte = {"memory_compared_byte", 7.003},
    .disk_compared_model_year = {"disk_compared_model_year", 1.313e+04},
    .disk_compared_moved = {"disk_compared_moved", 42.68},
    .disk_compared_school_year = {"disk_compared_school_year", 910.8},
    .disk_run = {"disk_run", 4785},
    .disk_scenario_byte = {"disk_scenario_byte", 1.116},
    .disk_city_year = {"disk_city_year", 1.488e+04},
    .disk_school_year = {"disk_school_year", 749.9},
    .disk_student_row = {"disk_student_row", 80.34},
    .disk_district_line = {"disk_district_line", 71.8},
    .disk_lottery_line = {"disk_lottery_line", 71.19},
    .disk_nation_year = {"disk_nation_year", 2600},
    .disk_district_year = {"disk_district_year", 245.4},
    .disk_nation_school_year = {"disk_nation_school_year", 265.8},
    .disk_kept_student = {"disk_kept_student", 57.62},
    .disk_kept_school = {"disk_kept_school", 4153},
};

}  // namespace homeroom::app::measured
