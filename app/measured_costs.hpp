// Measured: 2026-11-30, AMD EPYC.
#pragma once

#include "app/cost_coefficients.hpp"

namespace homeroom::app::measured {

inline constexpr Costs kCosts = {
    .yardstick = 0.000285,
    .seconds_start = {"seconds_start", 0.02557},
    .seconds_founded_student = {"seconds_founded_student", 3.815e-07},
    .seconds_founded_chooser = {"seconds_founded_chooser", 0},
    .seconds_founded_distance = {"seconds_founded_distance", 0},
    .seconds_student_year = {"seconds_student_year", 9.195e-08},
    .seconds_district_line = {"seconds_district_line", 9.739e-09},
    .seconds_school_year = {"seconds_school_year", 0},
    .seconds_table_byte = {"seconds_table_byte", 4.596e-09},
    .seconds_kept_byte = {"seconds_kept_byte", 2.091e-10},
    .seconds_nation_founded_student = {"seconds_nation_founded_student", 1.348e-07},
    .seconds_nation_student_year = {"seconds_nation_student_year", 7.825e-08},
    .seconds_district_year = {"seconds_district_year", 2.02e-05},
    .serial_share = 0.2855,
    .crowding = 1.053,
    .memory_program = {"memory_program", 2.62e+07},
    .memory_worker = {"memory_worker", 3.688e+06},
    .memory_student = {"memory_student", 174.7},
    .memory_student_row = {"memory_student_row", 122.4},
    .memory_line = {"memory_line", 594.4},
    .memory_kept_byte = {"memory_kept_byte", 2.578},
    .memory_student_at_work = {"memory_student_at_work", 90.46},
    .memory_nation_student = {"memory_nation_student", 59.24},
    .memory_district = {"memory_district", 9654},
    .memory_streamed_student = {"memory_streamed_student", 149.4},
    .memory_streamed_district = {"memory_streamed_district", 0},
    .seconds_compared_student_year = {"seconds_compared_student_year", 7.882e-08},
    .seconds_compared_byte = {"seconds_compared_byte", 7.403e-08},
    .memory_compared_student = {"memory_compared_student", 237.3},
    .memory_compared_student_year = {"memory_compared_student_year", 4.516},
    .memory_compared_school_year = {"memory_compared_school_year", 800},
    .memory_compared_byte = {"memory_compared_byte", 6.773},
    .disk_compared_model_year = {"disk_compared_model_year", 1.251e+04},
    .disk_compared_moved = {"disk_compared_moved", 46.46},
    .disk_compared_school_year = {"disk_compared_school_year", 901.1},
    .disk_run = {"disk_run", 3887},
    .disk_scenario_byte = {"disk_scenario_byte", 1.127},
    .disk_city_year = {"disk_city_year", 5119},
    .disk_model_year = {"disk_model_year", 2568},
    .disk_school_year = {"disk_school_year", 738.1},
    .disk_student_row = {"disk_student_row", 80.39},
    .disk_district_line = {"disk_district_line", 71.77},
    .disk_lottery_line = {"disk_lottery_line", 71.09},
    .disk_nation_year = {"disk_nation_year", 2589},
    .disk_district_year = {"disk_district_year", 245.3},
    .disk_nation_school_year = {"disk_nation_school_year", 265.8},
    .disk_kept_student = {"disk_kept_student", 57.47},
    .disk_kept_school = {"disk_kept_school", 4209},
};

}  // namespace homeroom::app::measured
