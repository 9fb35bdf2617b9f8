// Options of `homeroom estimate`, by what is estimated.
#pragma once

#include "app/command_options.hpp"

namespace homeroom::app {

void add_value_added(CLI::App* estimate, EstimateOptions& o);
void add_report(CLI::App* estimate, EstimateOptions& o);
void add_twins(CLI::App* estimate, EstimateOptions& o);
void add_lottery(CLI::App* estimate, EstimateOptions& o);
void add_offer_chances(CLI::App* estimate, EstimateOptions& o);

}  // namespace homeroom::app
