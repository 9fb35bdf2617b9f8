// How much of what differs between the points of a design is chance.
//
// Replicate r of every point has the same dice. What a replicate adds to all points alike shifts
// them together and moves no index; what it adds to single points is noise of their means. Of P
// points with R replicates each, as in an analysis of variance of two ways with one value in a cell
// (Scheffe 1959, "The Analysis of Variance", chapter 4):
//   noise share = M_rest / M_points,  M the mean squares of the rest and of points
// since M_rest / R is the variance of a point's mean by chance, and M_points / R that of all means.
#pragma once

#include <cstdint>
#include <vector>

namespace homeroom::sensitivity {

struct ChanceShare {
  std::uint64_t points = 0;
  int replicates = 0;
  double share = 0;     ///< of the variance of means that is chance; NaN where it is unknown
  double of_a_run = 0;  ///< standard deviation of one run about its point and replicate
  double shared = 0;    ///< standard deviation of what a replicate adds to all points alike
};

class ReplicateNoise {
 public:
  explicit ReplicateNoise(int replicates);
  /// Outcomes of a point's replicates, in their order; a point with one missing does not count.
  void add(const std::vector<double>& replicates);
  ChanceShare share() const;

 private:
  std::uint64_t points_ = 0;
  double origin_ = 0;  // the first number: all sums are about it
  double squares_ = 0, of_points_ = 0;
  std::vector<double> of_replicates_;
};

}  // namespace homeroom::sensitivity
