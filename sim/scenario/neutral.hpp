// Which levers of a school model a policy makes neutral, by their classes:
//
//   [[every_model]]
//   where = { ordinary = false }
//   neutral = ["production"]       # as the model of ordinary practice has them
#pragma once

#include <set>
#include <string>
#include <vector>

#include "sim/scenario/fault.hpp"
#include "sim/scenario/node.hpp"

namespace homeroom {

/// The classes that may be named: those of levers that an equation reads.
const std::vector<std::string>& classes_to_neutralise();

/// The classes that `node`, a word or a list of words, names; other words are faults.
std::set<std::string> neutral_classes(const Node& node, Faults& faults);

}  // namespace homeroom
