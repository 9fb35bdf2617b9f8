// What policies say, key by key. Statements are gathered without order, so that laying R1 over R6
// gives what laying R6 over R1 gives; where two contradict each other there is no such law.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/scenario/policy_files.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// What one policy says of one key: a value, or a bound that moves a value only as far as it must.
struct Statement {
  enum class Kind { Set, AtLeast, AtMost };
  Kind kind = Kind::Set;
  Node value;
  Node notes;          ///< table of its source and status
  std::string policy;  ///< in words, for faults
};

using Statements = std::map<std::string, std::vector<Statement>, std::less<>>;

/// Statements of all files, those about `every_model` spread over the models that are meant, by the
/// keys of the scenario. Selections are not among them. Unknown keys and words are faults. A model
/// that is to be neutral has, from `from_year` on, what the model of ordinary practice has.
Statements statements_of(const std::vector<PolicyFile>& files, int from_year,
                         const Scenario& scenario, Faults& faults, Faults& warnings);

}  // namespace homeroom
