#include <fmt/format.h>

#include <cmath>

#include "analysis/decisions/decision_parts.hpp"
#include "analysis/decisions/number_text.hpp"
#include "sim/core/counted.hpp"
#include "sim/core/words.hpp"

namespace homeroom::decisions {
namespace {

class Sentences {
 public:
  Sentences(const PolicyOutcomes& outcomes, const DecisionReport& report, const ReportAsked& asked)
      : outcomes_(outcomes), report_(report), asked_(asked) {}

  std::string text() const {
    if (report_.pairs.empty()) return ranking();
    return ranking() + first_two() + certainty() + regret();
  }

 private:
  const std::string& name(std::size_t policy) const { return outcomes_.policies[policy]; }

  std::string interval(const FuturesMean& of) const {
    if (!(reach_of(of) > 0.0)) return to_digits(of.mean, 0);
    return fmt::format("{} ({} to {})", to_digits(of.mean, reach_of(of)),
                       to_digits(of.low, reach_of(of)), to_digits(of.high, reach_of(of)));
  }

  std::string ranking() const {
    const PolicyMean& first = report_.ranked.front();
    if (report_.ranked.size() == 1) {
      return fmt::format("{} stands alone with {}: there is nothing to compare it with.\n",
                         name(first.policy), interval(first.mean));
    }
    std::vector<std::string> others;
    for (std::size_t i = 1; i < report_.ranked.size(); ++i) {
      const PolicyMean& of = report_.ranked[i];
      others.push_back(fmt::format("{} with {}", name(of.policy),
                                   of.mean.lives == 0 ? "no value" : interval(of.mean)));
    }
    return fmt::format("{} comes first with {}, then {}.\n", name(first.policy),
                       interval(first.mean), listed_with_and(others));
  }

  std::string first_two() const {
    const PolicyPair& pair = report_.pairs.front();
    const WinProbability& chance = pair.probability;
    if (pair.pairs == 0) {
      return fmt::format("{} and {} have no life in common, and cannot be compared.\n",
                         name(pair.b), name(pair.a));
    }
    if (chance.life.alike == 1.0) {
      return fmt::format("{} and {} are alike in every life.\n", name(pair.b), name(pair.a));
    }
    std::string text = fmt::format(
        "Over the same dice {} does better than {} by {} on average. In the life of one city it "
        "comes out better with a probability of {}",
        name(pair.b), name(pair.a), interval(pair.advantage), probability_text(chance.life.better));
    if (!std::isnan(chance.expected.better)) {
      text += fmt::format(
          ": luck alone would leave {}, and for what we do not know of parameters alone, its "
          "expected outcome is the better one with {}",
          probability_text(chance.luck.better), probability_text(chance.expected.better));
    }
    return text + ".\n";
  }

  std::string certainty() const {
    const RankingSoFar& ranking = report_.ranking;
    const std::size_t lived = ranking.advantages.front().size();
    const std::string level = per_cent(asked_.level);
    if (lived == 0) {
      return "In no future all policies have the same lives: how certain the ranking is cannot be "
             "told.\n";
    }
    const std::string first = name(ranking.first);
    const std::string where =
        ranking.futures == outcomes_.futures
            ? fmt::format("{}", ranking.futures == 1 ? "this future" : "these futures")
            : fmt::format("the {} that lack nothing", counted(ranking.futures, "future"));
    if (report_.certainty.state == CertaintyState::Certain) {
      return fmt::format("That {} is the best over {} is certain at {}, after {}.\n", first, where,
                         level, counted(lived, "replicate"));
    }
    if (report_.certainty.state == CertaintyState::Alike) return "";
    std::size_t needed = 0;
    bool told = true;
    for (const RivalCertainty& rival : report_.certainty.rivals) {
      if (rival.certain || rival.alike) continue;
      told = told && rival.needed > 0;
      needed = std::max(needed, rival.needed);
    }
    const std::string text =
        fmt::format("That {} is the best over {} is not certain at {}", first, where, level);
    return text + (told ? fmt::format(": about {} would tell, where {} lived, if what is seen "
                                      "goes on.\n",
                                      counted(needed, "replicate"),
                                      lived == 1 ? "1 was" : fmt::format("{} were", lived))
                        : ".\n");
  }

  std::vector<std::string> names(const std::vector<std::size_t>& policies) const {
    std::vector<std::string> all;
    for (const std::size_t policy : policies) all.push_back(name(policy));
    return all;
  }

  std::string regret() const {
    const Regrets& all = report_.regrets;
    if (all.futures == 0)
      return "No future has a life that all policies share: no regret is told.\n";
    const PolicyRegret& careful = all.policies[all.minimax.front()];
    const PolicyRegret& mean = all.policies[all.least_mean.front()];
    const bool one = all.minimax.size() == 1, one_mean = all.least_mean.size() == 1;
    std::string text =
        fmt::format("The greatest regret is least under {} ({}), the mean regret under {} ({}).\n",
                    listed_with_and(names(all.minimax)) + (one ? "" : ", alike"),
                    to_digits(careful.greatest.value, 0),
                    listed_with_and(names(all.least_mean)) + (one_mean ? "" : ", alike"),
                    to_digits(mean.mean.value, 0));
    if (all.left_out > 0) {
      text += fmt::format(
          "{} without a life that all policies share left out of regret.\n",
          all.left_out == 1 ? "1 future is" : fmt::format("{} futures are", all.left_out));
    }
    return text;
  }

  const PolicyOutcomes& outcomes_;
  const DecisionReport& report_;
  const ReportAsked& asked_;
};

}  // namespace

std::string decision_sentences(const PolicyOutcomes& outcomes, const DecisionReport& report,
                               const ReportAsked& asked) {
  return Sentences(outcomes, report, asked).text();
}

}  // namespace homeroom::decisions
