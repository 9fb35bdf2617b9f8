#include <fmt/format.h>

#include <cmath>

#include "analysis/decisions/decision_parts.hpp"
#include "analysis/decisions/number_text.hpp"
#include "analysis/estimators/text_cells.hpp"

namespace homeroom::decisions {
namespace {

using Lines = std::vector<std::vector<std::string>>;

std::string figure(const Figure& of) {
  const double reach = 0.5 * (of.spread.high - of.spread.low);
  if (!(reach > 0.0)) return to_digits(of.value, 0);
  return fmt::format("{} ({} to {})", to_digits(of.value, reach), to_digits(of.spread.low, reach),
                     to_digits(of.spread.high, reach));
}

std::string chance(double probability, const Spread& spread) {
  if (std::isnan(probability)) return "-";
  if (!(spread.error >= 0.0005)) return probability_text(probability);
  return fmt::format("{} ±{}", probability_text(probability),
                     fmt::format("{:.2f}", std::fmax(0.01, spread.error)).substr(1));
}

}  // namespace

std::string policies_table(const PolicyOutcomes& outcomes, const DecisionReport& report) {
  const bool several = !report.pairs.empty();
  Lines lines = {{"policy", "mean", "95 % interval", "lives"}};
  if (several) {
    for (const char* title :
         {"best in", "tied in", "mean regret", "90 % below", "greatest regret"}) {
      lines.front().push_back(title);
    }
  }
  for (const PolicyMean& of : report.ranked) {
    const double reach = reach_of(of.mean);
    lines.push_back({outcomes.policies[of.policy], to_digits(of.mean.mean, reach),
                     std::isnan(of.mean.error)
                         ? "-"
                         : fmt::format("{} to {}", to_digits(of.mean.low, reach),
                                       to_digits(of.mean.high, reach)),
                     fmt::format("{}", of.mean.lives)});
    if (!several) continue;
    const PolicyRegret& regret = report.regrets.policies[of.policy];
    lines.back().insert(lines.back().end(),
                        {fmt::format("{}", regret.best), fmt::format("{}", regret.tied),
                         figure(regret.mean), figure(regret.high), figure(regret.greatest)});
  }
  return estimators::in_columns(lines);
}

std::string pairs_table(const PolicyOutcomes& outcomes, const DecisionReport& report) {
  const auto name = [&](std::size_t policy) { return outcomes.policies[policy]; };
  Lines lines = {{"pair, life by life", "better by", "95 % interval", "parameters", "luck", "both",
                  "alike", "due to parameters", "error by futures"}};
  for (const PolicyPair& pair : report.pairs) {
    const FuturesMean& of = pair.advantage;
    const double reach = reach_of(of), all = of.variance.futures + of.variance.chance;
    const double error = of.error * of.error;
    lines.push_back(
        {fmt::format("{} over {}", name(pair.b), name(pair.a)), with_sign(of.mean, reach),
         std::isnan(of.error)
             ? "-"
             : fmt::format("{} to {}", with_sign(of.low, reach), with_sign(of.high, reach)),
         chance(pair.probability.expected.better, pair.expected_better),
         chance(pair.probability.luck.better, pair.luck_better),
         chance(pair.probability.life.better, pair.life_better),
         probability_text(pair.probability.life.alike),
         all > 0.0 ? per_cent(of.variance.futures / all) : "-",
         error > 0.0 && !std::isnan(of.variance.rest) ? per_cent(of.by_futures / error) : "-"});
  }
  std::string text = estimators::in_columns(lines);
  for (const PolicyPair& pair : report.pairs) {
    if (pair.alone == 0) continue;
    text +=
        fmt::format("{} over {}: {} of one of the two alone {} left out.\n", name(pair.b),
                    name(pair.a), pair.alone == 1 ? "1 life" : fmt::format("{} lives", pair.alone),
                    pair.alone == 1 ? "is" : "are");
  }
  return text;
}

}  // namespace homeroom::decisions
