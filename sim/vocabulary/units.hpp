// Units of the model. Achievement is in state SD: 0 is the state mean of a grade and year, 1 one
// student-level standard deviation. Money is in constant 2016 US dollars, distance in kilometres.
#pragma once

namespace homeroom {

using StateSd = float;             ///< achievement [state SD]
using StateSdPerYear = float;      ///< growth [state SD / school year]
using Dollars = double;            ///< [2016 USD]
using DollarsPerStudent = double;  ///< [2016 USD / student / year]
using Kilometres = float;          ///< [km]
using Share = double;              ///< [0, 1]
/// A school year is named by its spring: 2016 is 2015-16.
using SchoolYear = int;

}  // namespace homeroom
