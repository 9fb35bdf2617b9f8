// What an analyst outside would publish of a model, each estimate with what it is of. Estimates see
// the public panel alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/estimators/linear_model.hpp"
#include "analysis/truth/effect_truth.hpp"

namespace homeroom::truth {

enum class Method {
  Report,
  ReportPoints,
  Twin,
  ValueAdded,
  MatchedMath,
  MatchedEla,
  OfferMath,
  YearMath,
  OfferEla,
  YearEla,
};
inline constexpr std::size_t kMethods = 10;

struct MethodText {
  std::string_view key, label;
  Estimand of;  ///< whose truth stands beside it
};
const MethodText& text_of(Method method);

struct EffectEstimate {
  double estimate = 0, error = 0, low = 0, high = 0;  ///< NaN where there is none
  std::string why_not;                                ///< in words
  std::vector<std::string> warnings = {};             ///< of the estimator, in sentences
  int at_risk = 0;                                    ///< of a lottery: over whom luck decided
};

/// In the order of `Method`.
std::vector<EffectEstimate> effect_estimates(const EffectQuestion& question,
                                             const panel::Panel& panel);

/// The report's regression on mean scores of the year, mathematics and ELA, without errors.
estimators::LinearModel report_on_scores(const EffectQuestion& question, const panel::Panel& panel);
/// The model's column in it.
std::string column_of(const EffectQuestion& question);

}  // namespace homeroom::truth
