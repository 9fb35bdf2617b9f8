// Of which part of each city the tests of claims are lived (docs/decisions/0041).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/scenario/sweep_design.hpp"

namespace homeroom::app {

/// One part in `divide` of each of these cities.
struct CityPart {
  std::vector<std::string> scenarios;
  int divide = 1;
};

/// Remembers how large cities are.
class CityParts {
 public:
  /// Cities by what is lived of them, the smallest parts last: of a large city a quarter, of others
  /// the whole; where `quick` a quarter of that. A design's own `divide` stands. Of what ends too
  /// rarely to be seen in a part, `whole` cities are lived.
  std::vector<CityPart> of(const SweepDesign& design, bool quick, bool whole);

 private:
  std::map<std::string, int> divide_;  ///< by scenario
};

}  // namespace homeroom::app
