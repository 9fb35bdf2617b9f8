// What of a year's growth is the child's own: it differs between children who sit side by side.
#pragma once

#include <vector>

#include "sim/year/learning.hpp"

namespace homeroom {

/// By student row [SD/year], mathematics.
struct ChildGrowth {
  bool asked = false;           ///< else nothing is told
  std::vector<float> drive;     ///< from the engagement with which the child came
  std::vector<float> choices;   ///< from what years did to it, a design that suits, moves
  PerSubject<double> weight{};  ///< of a subject, against mathematics
};

/// A year of growth, which tells what is the child's own where it is asked to.
void enact(World& world, const LearningDecision& decision, const LearningParameters& nature,
           const Dice& dice, LearningOutcome& outcome, ChildGrowth& own);

}  // namespace homeroom
