// Schools at the bottom that a policy chooses, whatever the city calls its models.
#pragma once

#include "sim/scenario/policy_files.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// Appends the selections of the files to those of the city. Left out, `from` is the model of
/// ordinary practice and `year` the policy's first; `share` (of the schools that the place lists in
/// that model) may stand in place of `count`.
void add_selections(const std::vector<PolicyFile>& files, int from_year, const Scenario& scenario,
                    Node& under, Faults& faults);

}  // namespace homeroom
