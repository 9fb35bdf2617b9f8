// Where families live: how poverty, race and income go together between neighbourhoods.
//
// Note. "Tell me your street and I tell you your odds." Used once, when a city is founded; the
// values are nature's all the same, and stand with the others.
//   P(low income) = logistic(a + s z + white W), a such that the city's share holds; how far
//   poverty lives apart, s, is the place's
#pragma once

#include "sim/core/described.hpp"

namespace homeroom {

struct HouseholdsParameters {
  double income_white = 0;  ///< odds of low income of White families
  double white_by_poverty = 0, minority_by_poverty = 0, group_field = 0;
  double rough = 0;              ///< SD of a field's rough part against its smooth part
  double population_spread = 0;  ///< SD of log population of neighbourhoods
  double learner_seldom = 0;     ///< English learners among Black and White children, ratio
  double school_spacing = 0;     ///< chance in the siting of schools
  double school_jitter_km = 0;   ///< where in its neighbourhood a school stands
  void describe(FieldVisitor& visit);
};

}  // namespace homeroom
