// Tables of the model's description by the ODD protocol (docs/odd.md), generated from the program.
#pragma once

#include <string>

#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// The chapters of the year in their order: what happens, what decides, what is otherwise after.
std::string schedule_markdown();

/// The parts of a scenario with the names of their levers.
std::string levers_in_brief_markdown();

/// How many parameters of nature each chapter has, by status.
std::string parameters_in_brief_markdown(const Scenario& scenario);

}  // namespace homeroom
