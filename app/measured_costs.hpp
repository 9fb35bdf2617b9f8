// Measured: 2026-11-30, AMD EPYC.
#pragma once

#include "app/cost_coefficients.hpp"

namespace homeroom::app::measured {

inline constexpr Costs kCosts = {
    .yardstick = 0.000282,
    .seconds_start = {"seconds_start", 0.02797},
    .seconds_founded_student = {"seconds_founded_student", 1.451e-07},
    .seconds_founded_chooser = {"seconds_founded_chooser", 1.05e-07},
    .seconds_founded_distance = {"seconds_founded_distance", 1.87e-07},
    .seconds_student_year = {"seconds_student_year", 9.49e-08},
    .seconds_district_line = {"seconds_district_line", 9.848e-09},
    .seconds_school_year = {"seconds_school_year", 0},
    .seconds_table_byte = {"seconds_table_byte", 4.39e-09},
    .seconds_kept_byte = {"seconds_kept_byte", 1.102e-09},
    .seconds_nation_founded_student = {"seconds_nation_founded_student", 1.294e-07},
    .seconds_nation_student_year = {"seconds_nation_student_year", 7.806e-08},
    .seconds_district_year = {"seconds_district_year", 2.036e-05},
    .serial_share = 0.2797,
    .crowding = 1.004,
    .memory_program = {"memory_program", 2.742e+07},
    .memory_worker = {"memory_worker", 2.73e+06},
    .memory_student = {"memory_student", 177.1},
    .memory_student_row = {"memory_student_row", 115.3},
    .memory_line = {"memory_line", 598.4},
    .memory_kept_byte = {"memory_kept_byte", 2.618},
    .memory_student_at_work = {"memory_student_at_work", 83.26},
    .memory_nation_student = {"memory_nation_student", 59.91},
    .memory_district = {"memory_district", 8891},
    .memory_streamed_student = {"memory_streamed_student", 145.4},
    .memory_streamed_district = {"memory_streamed_district", 0},
    .seconds_compared_student_year = {"seconds_compared_student_year", 8.863e-08},
    .seconds_compared_byte = {"seconds_compared_byte", 5.594e-08},
    .memory_compared_student = {"memory_compared_student", 233.3},
    .memory_compared_student_year = {"memory_compared_student_year", 5.225},
    .memory_compared_school_year = {"memory_compared_school_year", 789.5},
    .memory_compared_byte = {"memory_compared_byte", 6.828},
    .disk_compared_model_year = {"disk_compared_model_year", 1.287e+04},
    .disk_compared_moved = {"disk_compared_moved", 46.4},
    .disk_compared_school_year = {"disk_compared_school_year", 904.8},
    .disk_run = {"disk_run", 7637},
    .disk_scenario_byte = {"disk_scenario_byte", 1.102},
    .disk_city_year = {"disk_city_year", 2584},
    .disk_model_year = {"disk_model_year", 3151},
    .disk_school_year = {"disk_school_year", 731.7},
    .disk_student_row = {"disk_student_row", 80.43},
    .disk_district_line = {"disk_district_line", 71.77},
    .disk_lottery_line = {"disk_lottery_line", 71.07},
    .disk_nation_year = {"disk_nation_year", 2580},
    .disk_district_year = {"disk_district_year", 245.3},
    .disk_nation_school_year = {"disk_nation_school_year", 265.8},
    .disk_kept_student = {"disk_kept_student", 56.97},
    .disk_kept_school = {"disk_kept_school", 4455},
};

}  // namespace homeroom::app::measured
