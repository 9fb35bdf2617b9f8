// What a model truly does: the city as it is against the same city, over the same dice, where the
// model's schools produce as the reference does. Children are those whom a group of schools has in
// the city as it is, wherever they are in the other; schools are compared with themselves.
#pragma once

#include <vector>

#include "analysis/estimators/virtual_twins.hpp"
#include "analysis/truth/effect_lives.hpp"
#include "analysis/truth/estimands.hpp"

namespace homeroom::truth {

struct EffectTruth {
  std::array<double, kEstimands> value{};     ///< NaN where there is nobody
  int children = 0, tested = 0, schools = 0;  ///< of the model; tested: in any subject
  double elsewhere = 0;  ///< share of these children who are in another school in the other life
  int absent = 0;        ///< children of the city whom the other life does not have
  double attended = 0;   ///< years there because of an offer, a mean; NaN where there was none
  PerSubject<double> matched{};  ///< share of newcomers who have a virtual twin; NaN of nobody
  double of(Estimand estimand) const { return value[static_cast<std::size_t>(estimand)]; }
};

/// Whom a matched comparison compares.
estimators::TwinQuestion twin_question(const EffectQuestion& question, int subject);

EffectTruth effect_truth(const EffectQuestion& question, const EffectLives& lives);

}  // namespace homeroom::truth
