// Groups of schools cut into equal parts: how many whole schools of each group one part has.
#pragma once

#include <string>
#include <vector>

#include "sim/founding/place.hpp"

namespace homeroom {

/// Schools of each group in one of `parts` equal parts, each group's rounded down or up such that
/// models keep their shares of schools and grades theirs of children as nearly as may be; every
/// model that has a school keeps one, and every grade of the `ordinary` model, whose schools take
/// whoever finds no seat elsewhere.
std::vector<int> divided_counts(const std::vector<SchoolGroup>& groups, int parts,
                                const std::string& ordinary);

}  // namespace homeroom
