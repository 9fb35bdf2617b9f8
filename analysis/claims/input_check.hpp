// Rule V5: does a number that was put in come out as the claim has it?
//
// The mean of an outcome over replicates, its 95 % interval by Student's t, and whether the mean
// lies within the range that the claim states. What is reproduced by construction is data, not
// evidence: there is no other verdict than that it was looked at.
#pragma once

#include <cstddef>
#include <vector>

namespace homeroom::claims {

struct InputFinding {
  std::size_t replicates = 0;  ///< with the outcome; of a key none
  double mean = 0, low = 0, high = 0;
  bool within = false;  ///< the stated range
};

/// Values by replicate; NaN: none.
InputFinding check_input(const std::vector<double>& values, double low, double high);

}  // namespace homeroom::claims
