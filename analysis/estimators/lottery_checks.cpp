#include "analysis/estimators/lottery_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/estimators/column.hpp"

namespace homeroom::estimators {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

template <class Value>
Coefficient by_offer(const std::string& what, const LotteryApplicants& all,
                     const LotteryQuestion& question, bool with_background, Value&& value,
                     DrawChecks& checks) {
  const LotteryApplicants rows = with_both_fates(all, question);
  InstrumentedModel model = model_of_offers(rows, question, with_background);
  model.outcome = what;
  model.y = column(rows, value);
  try {
    return reduced_form(model, Errors::HC1).of(kOffer);
  } catch (const std::invalid_argument& fault) {
    checks.warnings.push_back(fmt::format("{} was not compared by offer: {}", what, fault.what()));
    return {kOffer, true, kNone, kNone, kNone, kNone, kNone, kNone};
  }
}

/// Does what was so before the draw foretell the offer?
WaldTest joint_balance(const LotteryApplicants& all, const LotteryQuestion& question) {
  const LotteryApplicants rows = with_both_fates(all, question);
  InstrumentedModel model = model_of_offers(rows, question, false);
  model.outcome = kOffer;
  model.y = model.instruments[0].second;
  model.instruments = background_columns(rows, question.traits);
  std::vector<std::string> names;
  for (const Column& one : model.instruments) names.push_back(one.first);
  if (names.empty()) return {kNone, kNone, 0, kNone};
  try {
    return wald_test(reduced_form(model, Errors::HC1), names);
  } catch (const std::invalid_argument&) {
    return {kNone, kNone, 0, kNone};
  }
}

}  // namespace

DrawChecks check_the_draw(const LotteryApplicants& at_risk, const LotteryQuestion& question) {
  const auto known = some(at_risk, [](const auto& one) { return !std::isnan(one.baseline); });
  const auto due = some(at_risk, [](const auto& one) { return one.due; });
  const auto is_scored = [](const LotteryApplicant& one) { return !std::isnan(one.outcome); };
  DrawChecks checks;
  if (known.size() == 0) {
    checks.balance = {kOffer, true, kNone, kNone, kNone, kNone, kNone, kNone};
  } else {
    checks.balance = by_offer(
        "the score before", known, question, false, [](const auto& one) { return one.baseline; },
        checks);
  }
  checks.joint_balance = joint_balance(at_risk, question);
  if (std::all_of(due.begin(), due.end(), is_scored)) {
    checks.followed = {kOffer, false, 0.0, 0.0, kNone, 1.0, 0.0, 0.0};
  } else {
    checks.followed = by_offer("follow-up", due, question, true, is_scored, checks);
  }
  return checks;
}

}  // namespace homeroom::estimators
