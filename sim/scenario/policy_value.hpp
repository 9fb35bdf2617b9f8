// The value that a lever takes when policies are laid over a city's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/policy_statements.hpp"

namespace homeroom {

/// All that policies say of one lever, as one: a value or bounds, in whatever order they were read.
struct Joined {
  const Statement* set = nullptr;
  const Statement* low = nullptr;   ///< the highest of the lower bounds
  const Statement* high = nullptr;  ///< the lowest of the upper bounds
};

/// Nothing, and a fault, where two statements cannot both hold.
std::optional<Joined> joined(const std::string& key, const Declared& field,
                             const std::vector<Statement>& statements, Faults& faults);

/// The lever's value under the policy as a file would write it: until `from_year` what `before`
/// (its text in the resolved scenario) says, then the policy's. Nothing, and a fault, where it is
/// none.
std::optional<Node> value_under(const std::string& key, const Declared& field, const Joined& policy,
                                const std::string& before, int from_year, Faults& faults);

/// A lever's text in the resolved scenario, as a policy from `from_year` on would write it.
Node written_from(const std::string& literal, int from_year);

/// What a policy from `from_year` on would have to say to make a dated lever what `literal` is.
std::string said_from(const std::string& literal, int from_year);

}  // namespace homeroom
