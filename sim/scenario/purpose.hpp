// What a scenario's own file says and hardly means. Its bases are records and shelves to take from:
// they may say more than one run uses, so nothing is warned of in them.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "sim/scenario/fault.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// Written by the scenario's own file or on the command line.
bool of_own_file(const Spot& at, const Node& root);

/// The keys of all models that a school group, a selection or a lever names.
std::set<std::string> models_in_use(const Scenario& scenario, const Node& root);

/// True when the lever asks for something in a year of the run.
bool ever_in_run(const Dated& lever, const RunPlan& run);

/// Levers that change nothing beside the scenario's other levers.
void warn_of_idle_levers(const Scenario& scenario, const Node& root, Faults& warnings);

/// The selections that `file` would have from its bases alone.
std::vector<Node> selections_of_bases(const std::filesystem::path& file);

/// Selections of a lower layer that the list on top leaves out.
void warn_of_lost_selections(const std::vector<Node>& lower, const Node& root, Faults& warnings);

}  // namespace homeroom
