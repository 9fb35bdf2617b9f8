// The decomposition of a year's growth: each school's mean by term, exact to rounding.
#pragma once

#include <vector>

#include "sim/year/learning.hpp"
#include "sim/year/learning_lookup.hpp"

namespace homeroom::learning {

/// Sums over a slice's children of the terms that differ between children of a school.
struct IndividualSums {
  PerSubject<std::vector<double>> teacher;  ///< by school
  std::vector<double> fit, engagement;      ///< by school
  std::vector<int> moved;                   ///< by school
  std::vector<double> displaced;            ///< by school: losses beyond those of any mover
  explicit IndividualSums(std::size_t schools)
      : teacher{std::vector<double>(schools), std::vector<double>(schools)},
        fit(schools),
        engagement(schools),
        moved(schools),
        displaced(schools) {}
};

/// The sums of one school.
struct SchoolSums {
  std::uint32_t school = 0;
  PerSubject<double> teacher{};
  double fit = 0, engagement = 0, displaced = 0;
  int moved = 0;
};
/// What is kept of a slice: the sums of schools where any of its children sit.
std::vector<SchoolSums> found_in(const IndividualSums& sums);

/// Writes means by school and term, growth from peers by cell, mean baselines and the city's raw
/// growth; sums run over slices in their order.
void record_terms(const World& world, const LearningParameters& nature, const CellMeans& means,
                  const Lookup& lookup, const std::vector<std::vector<SchoolSums>>& slices,
                  LearningOutcome& outcome);

}  // namespace homeroom::learning
