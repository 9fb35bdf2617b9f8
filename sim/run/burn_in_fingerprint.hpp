// What a burnt-in city hangs on, as one fingerprint: cities of equal fingerprints are equal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/scenario/scenario.hpp"

namespace homeroom {

class BurnInFingerprints {
 public:
  /// `program` tells one build of the program from any other: the equations are in it.
  BurnInFingerprints(const Scenario& scenario, std::string_view program);

  /// Of the city in which this replicate, of a nation this district of it, ends its burn-in: of
  /// seed, place, nature, the law until the first policy year, the years of the burn-in, and of
  /// the scenario that sets growth's zero. Policies, later values of levers, the number of policy
  /// years and that of replicates, names and notes of the scenario do not matter.
  std::string of(std::uint32_t replicate, int district = 0) const;

 private:
  std::string text_;
};

}  // namespace homeroom
