// How much of a difference of growth goes through terms whose coefficients nobody measured.
#pragma once

#include <string>

#include "analysis/report/results.hpp"

namespace homeroom::report {

/// How far the coefficients of a term are known.
enum class Known { All, Part, Nothing, NotSaid };
/// Part: at least one of them is assumed, another is not.
Known known_of(const std::string& term_label, const Stated& stated);

/// Below a waterfall of growth: a table of its terms by what is known of their coefficients, and a
/// sentence with the share of the sum of their sizes. Nothing where no parameters can be read.
void add_assumed_share(Section& section, const Figure& waterfall, const Stated& stated);

}  // namespace homeroom::report
