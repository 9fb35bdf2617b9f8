// How much of what differs between the points of a design belongs to the dice.
//
// Replicate r of every point has the same dice. What they add to all points alike shifts them
// together and moves no index. What they add to single points, where other dice would add something
// else, is in the means of few replicates as well. Of P points with R replicates each, as in an
// analysis of variance of two ways with one value in a cell (Scheffe 1959, "The Analysis of
// Variance", chapter 4):
//   share = M_rest / M_points,  M the mean squares of the rest and of points
// since M_rest / R is what dice contribute to the variance of means, and M_points / R all of it.
// Points that are near to each other may share it: it is no noise that is drawn anew at each.
#pragma once

#include <cstdint>
#include <vector>

namespace homeroom::sensitivity {

struct ChanceShare {
  std::uint64_t points = 0;
  int replicates = 0;
  double share = 0;     ///< of the variance of means; 1 or more: all of it; NaN: unknown
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
