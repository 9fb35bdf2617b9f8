// The known name that someone probably meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace homeroom {

/// Letters to insert, drop, change or swap with a neighbour to turn one word into the other
/// (Damerau-Levenshtein, optimal string alignment).
int typing_distance(std::string_view one, std::string_view other);

/// The largest distance at which a word of this length is still taken for a slip.
int tolerated_distance(std::string_view word);

/// The closest of `known`, the first among equals; empty when none is close.
std::string nearest_of(std::string_view word, const std::vector<std::string>& known);

}  // namespace homeroom
