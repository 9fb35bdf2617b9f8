// All that a sweep's lives say of one outcome, for whoever has to choose a policy.
#pragma once

#include <optional>
#include <vector>

#include "analysis/decisions/policy_pairs.hpp"
#include "analysis/decisions/ranking_so_far.hpp"
#include "analysis/decisions/regret.hpp"
#include "analysis/decisions/scenario_discovery.hpp"

namespace homeroom::decisions {

struct ReportAsked {
  std::size_t against = 0;             ///< the policy that others are compared with
  double level = 0.95;                 ///< of certainty of the ranking
  std::optional<double> regret_above;  ///< search for futures of more regret than this
  bool until_certain = false;          ///< replicates were added until the ranking was certain
};

/// A search for boxes: futures in which `policy` loses to `against` (or, where it is worse by the
/// mean, those in which it wins), or regrets more than asked.
enum class Search { Loses, Wins, Regrets };

struct ReportSearch {
  std::size_t policy = 0, against = 0;
  Search search = Search::Loses;
  Discovery found;
};

struct DecisionReport {
  std::size_t replicates = 0;  ///< that any policy has in any future
  std::vector<PolicyMean> ranked;
  std::vector<PolicyPair> pairs;    ///< each once, the better ranked first, in order of rank
  std::vector<PolicyPair> against;  ///< every other policy against the one asked, in order of rank
  Regrets regrets;
  RankingSoFar ranking;
  Certainty certainty;  ///< of the ranking, with twice the replicates as budget
  std::vector<ReportSearch> searches;
};

/// Throws std::invalid_argument as PolicyLives does, and where there is no policy or life.
DecisionReport decision_report(const PolicyOutcomes& outcomes, const ReportAsked& asked);

}  // namespace homeroom::decisions
