// Units of the model. Achievement is in state SD: 0 is the state mean of a grade and year, 1 one
// student-level standard deviation. Money is in constant 2016 US dollars, distance in kilometres.
#pragma once

#include <cstdint>

namespace homeroom {

using StateSd = float;             ///< achievement [state SD]
using StateSdPerYear = float;      ///< growth [state SD / school year]
using Dollars = double;            ///< [2016 USD]
using DollarsPerStudent = double;  ///< [2016 USD / student / year]
/// Whole cents: sums of money are exact.
using Cents = std::int64_t;
constexpr Cents to_cents(Dollars dollars) {
  return static_cast<Cents>(dollars * 100.0 + (dollars < 0 ? -0.5 : 0.5));
}
constexpr Dollars dollars_of(Cents cents) { return static_cast<Dollars>(cents) / 100.0; }
using Kilometres = float;  ///< [km]
using Share = double;      ///< [0, 1]
// A school year is a plain int, named by its spring: 2016 is 2015-16.

}  // namespace homeroom
