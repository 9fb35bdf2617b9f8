// Where a policy fails: boxes over factors in which its failures are dense.
//
// Bryant and Lempert (2010), Technological Forecasting and Social Change 77(1): boxes by the
// patient rule induction method, told by coverage and density, each restriction by a quasi-p-value.
// A search finds something in noise as well; here a box counts only where the same search in the
// same futures with their failures shuffled finds one as good in no more than one of twenty
// shuffles.
#pragma once

#include <string>
#include <vector>

#include "analysis/decisions/box_search.hpp"

namespace homeroom::decisions {

struct Restriction {
  std::size_t factor = 0;
  std::string text;  ///< "turnout below 0.15"
  /// That as many cases or more were within by chance if this restriction told nothing: binomial
  /// test against the density of the box without it. "Quasi" since the bound was searched for.
  double quasi_p = 0;
};

struct FoundBox {
  Box box;
  BoxCount within;
  std::vector<Restriction> restrictions;
  double density = 0;   ///< share of cases among the futures within
  double coverage = 0;  ///< share of all cases that are within
  double mass = 0;      ///< share of all futures that are within
  double p = 0;         ///< share of shuffles with a box as good
  /// Found once more in four fifths of the futures and counted in the last fifth, in turns.
  BoxCount held_out;
};

struct Discovery {
  BoxCount all;
  std::vector<FoundBox> boxes;  ///< the first of all futures, the next of what it leaves, at most 3
  double p_of_next = 0;         ///< of the box that did not count; NaN where none was looked for
};

/// At most one in twenty searches without any box in truth finds one (exactly, by shuffling).
inline constexpr double kFalseAlarm = 0.05;
/// Fewer cases, or fewer futures without, are not searched.
inline constexpr std::size_t kFewestCases = 5;

/// `is_case` by future; futures that are not `known` are left out. Throws std::invalid_argument
/// where the numbers of futures differ.
Discovery discover(const std::vector<Factor>& factors, const std::vector<char>& is_case,
                   const std::vector<char>& known);

}  // namespace homeroom::decisions
