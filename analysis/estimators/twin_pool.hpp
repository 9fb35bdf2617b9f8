// Among children who are alike in all else, those nearest by score.
#pragma once

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace homeroom::estimators {

inline constexpr double kTwinsWithin = 0.1;  ///< [SD of scores]
inline constexpr std::size_t kMostTwins = 7;

/// A child with scores in both years.
struct TwinCandidate {
  std::size_t row = 0, row_before = 0;  ///< in the students of the two years
  int school = 0, school_before = 0;
  double score = 0, score_before = 0;
};

struct Twins {
  TwinCandidate child;
  std::vector<TwinCandidate> twins;  ///< nearest first; empty where nobody is like the child
};

class TwinPool {
 public:
  /// `kind`: one number for all children who agree in what is matched exactly.
  void add(const TwinCandidate& child, int kind);
  /// After all were added.
  void sort_by_score();
  /// Of children of this kind who were in one of the schools before, those with a score before
  /// within `caliper` of `score`: the nearest seven at most, by score and then by their rows.
  std::vector<TwinCandidate> nearest(const std::set<int>& schools_before, int kind, double score,
                                     double caliper) const;

 private:
  std::map<std::pair<int, int>, std::vector<TwinCandidate>> alike_;  ///< by school before and kind
};

/// The pool's twins of each child, whose kinds are given, from feeder schools of its school.
std::vector<Twins> twins_of(const std::vector<TwinCandidate>& children,
                            const std::vector<int>& kinds,
                            const std::map<int, std::set<int>>& feeders, const TwinPool& pool,
                            double caliper);

}  // namespace homeroom::estimators
