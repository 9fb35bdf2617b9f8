// Which school models of a city a policy means: by what they are, since their names differ from
// city to city.
//
//   [[every_model]]
//   where = { portfolio = true, ordinary = false }
//   unless = { zone = true }
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/fault.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// Keys of the models that meet every condition of `where`, less those that meet every one of
/// `unless`, by the law before the policy. Conditions are words and flags of a model (a list: any
/// of them), `ordinary` (the model of ordinary practice), `portfolio` (the district counts its
/// schools among its own: it staffs them, or has a contract with the organisation) and `key`.
std::vector<std::string> models_meant(const Node& selector, const Scenario& scenario,
                                      Faults& faults);

}  // namespace homeroom
