// Replicates that are added to a sweep until it is certain which policy is best.
#pragma once

#include "analysis/decisions/policy_outcomes.hpp"
#include "app/options.hpp"

namespace homeroom::app {

decisions::Better better_of(const DecideOptions& options);

/// Where --until-certain asks for it: runs further replicates of the sweep into its folder more/,
/// batch after batch, until the ranking is certain or the budget ends, says which, and reads the
/// outcomes anew. The exit status; kDone where nothing was asked.
int add_until_certain(const DecideOptions& options, decisions::PolicyOutcomes& outcomes);

}  // namespace homeroom::app
