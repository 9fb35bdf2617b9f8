// A comparison in brief, for people.
#pragma once

#include <string>

#include "analysis/truth/comparison.hpp"

namespace homeroom::truth {

/// For each alternative the differences of its last year in a few measures, the whole city first;
/// who is elsewhere; what the pairing saved. `labels`: what a model is called, by key.
std::string comparison_text(const Comparison& comparison,
                            const std::map<std::string, std::string>& labels);

}  // namespace homeroom::truth
