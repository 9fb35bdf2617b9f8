// The same scenario with other names: of its school models, their labels and the city.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// New keys of school models by their keys.
using NewNames = std::map<std::string, std::string, std::less<>>;

/// The keys of all models among themselves, such that the first by its letters becomes the last.
NewNames reversed_names(const Scenario& scenario);

/// Keys that no model has, in the reverse of the order of the old ones' letters.
NewNames fresh_names(const Scenario& scenario);

/// The scenario, written out, renamed and read again. Labels follow the keys; the city's title and
/// what models say of their city is replaced. What a policy of the scenario says is renamed, too.
Reading relabelled(const Scenario& scenario, const NewNames& names);

/// True for a key of the scenario language whose text is the key of a school model.
bool names_a_model(std::string_view key);

}  // namespace homeroom
