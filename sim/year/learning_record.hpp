// The decomposition of a year's growth: each school's mean by term, exact to rounding.
#pragma once

#include <vector>

#include "sim/year/learning.hpp"
#include "sim/year/learning_lookup.hpp"

namespace homeroom::learning {

/// Sums over those of a slice's children who are at a school, of the terms that differ between
/// them.
struct SchoolSums {
  PerSubject<double> teacher{};
  double fit = 0, engagement = 0;
  double displaced = 0;  ///< losses beyond those of any mover
  int moved = 0;
};
/// By school.
using SliceSums = std::vector<SchoolSums>;

/// Writes means by school and term, growth from peers by cell, mean baselines and the city's raw
/// growth; sums run over slices in their order.
void record_terms(const World& world, const LearningParameters& nature, const Roll& roll,
                  const Lookup& lookup, const std::vector<SliceSums>& slices,
                  LearningOutcome& outcome);

}  // namespace homeroom::learning
