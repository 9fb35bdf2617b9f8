#include "analysis/decisions/decision_report.hpp"

#include <cmath>
#include <stdexcept>

namespace homeroom::decisions {
namespace {

Discovery search_by(const PolicyOutcomes& outcomes, const std::vector<double>& figure,
                    double above) {
  std::vector<char> cases, known;
  for (const double value : figure) {
    known.push_back(std::isnan(value) ? 0 : 1);
    cases.push_back(value > above ? 1 : 0);
  }
  return discover(outcomes.factors, cases, known);
}

ReportSearch search_pair(const PolicyOutcomes& outcomes, const PolicyLives& lives,
                         const PolicyPair& pair) {
  const bool loses = !(pair.advantage.mean < 0.0);
  std::vector<double> figure;
  for (const auto& future : advantages(lives, pair.b, pair.a, outcomes.better).by_future) {
    figure.push_back((loses ? -1.0 : 1.0) * mean_of(future));
  }
  return {pair.b, pair.a, loses ? Search::Loses : Search::Wins, search_by(outcomes, figure, 0.0)};
}

ReportSearch search_regret(const PolicyOutcomes& outcomes, const Regrets& regrets,
                           std::size_t policy, double above) {
  std::vector<double> figure;
  for (const std::vector<double>& future : regrets.by_future) {
    figure.push_back(future.empty() ? std::nan("") : future[policy]);
  }
  return {policy, policy, Search::Regrets, search_by(outcomes, figure, above)};
}

}  // namespace

DecisionReport decision_report(const PolicyOutcomes& outcomes, const ReportAsked& asked) {
  const PolicyLives lives(outcomes);
  if (lives.policies() == 0 || asked.against >= lives.policies()) {
    throw std::invalid_argument("there is no policy to compare with");
  }
  DecisionReport report;
  report.replicates = lives.replicates();
  report.ranked = ranked_policies(lives, outcomes.better);
  if (report.ranked.front().mean.lives == 0) {
    throw std::invalid_argument(outcomes.outcome + " has no value in any run");
  }
  for (std::size_t i = 0; i < report.ranked.size(); ++i) {
    for (std::size_t j = i + 1; j < report.ranked.size(); ++j) {
      report.pairs.push_back(
          compare_pair(lives, report.ranked[i].policy, report.ranked[j].policy, outcomes.better));
    }
    if (report.ranked[i].policy == asked.against) continue;
    report.against.push_back(
        compare_pair(lives, report.ranked[i].policy, asked.against, outcomes.better));
  }
  report.regrets = regrets(lives, outcomes.better);
  report.ranking = ranking_so_far(lives, outcomes.better);
  if (!report.ranking.advantages.empty()) {
    report.certainty = until_certain(report.ranking.advantages,
                                     {asked.level, 2 * report.ranking.advantages.front().size()});
  }
  if (outcomes.factors.empty()) return report;
  for (const PolicyPair& pair : report.against) {
    report.searches.push_back(search_pair(outcomes, lives, pair));
  }
  if (!asked.regret_above) return report;
  for (const PolicyMean& of : report.ranked) {
    report.searches.push_back(
        search_regret(outcomes, report.regrets, of.policy, *asked.regret_above));
  }
  return report;
}

}  // namespace homeroom::decisions
