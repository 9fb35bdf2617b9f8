// One replicate of a city, lived through, and what it says to questions.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "tests/signs/sign.hpp"

namespace homeroom::signs {

/// In the order of the questions; NaN where a policy year has nothing to look at.
std::vector<double> answers_of(const Scenario& scenario, std::uint32_t replicate,
                               const std::set<Question>& questions);

}  // namespace homeroom::signs
