// How numbers and lists stand in the text of a decision.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace homeroom::decisions {

/// A value to the digits that its reach (half of an interval) leaves meaning; "-" if not known.
std::string to_digits(double value, double reach);
/// The same with its sign.
std::string with_sign(double value, double reach);
/// A probability to two digits, ".71"; "-" if not known; "<.01" and ">.99" where it is not quite
/// 0 or 1.
std::string probability_text(double probability);
/// A share as per cent, without digits.
std::string per_cent(double share);

}  // namespace homeroom::decisions
