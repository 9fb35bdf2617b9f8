// What a comparison sets side by side: a base and its alternatives, read and checked.
#pragma once

#include <string>
#include <vector>

#include "app/options.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom::app {

struct Arm {
  std::string name;
  std::vector<std::string> files;  ///< the scenario's; of a set of policies, theirs
  Scenario scenario;
  bool shares_burn_in = false;  ///< with the base: all is the same until the first policy year
};

struct Arms {
  Arm base;
  std::vector<Arm> alternatives;
};

/// Every arm, or the exit status of bad input after every fault was printed. Alternatives share the
/// base's years, seed and children, and no two arms share a name.
int read_arms(const CompareOptions& options, Arms& arms);

}  // namespace homeroom::app
