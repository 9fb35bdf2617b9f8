#include "analysis/decisions/decision_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/decisions/number_text.hpp"
#include "analysis/estimators/text_cells.hpp"

namespace homeroom::decisions {
namespace {

using Lines = std::vector<std::vector<std::string>>;

double reach_of(const FuturesMean& of) { return 0.5 * (of.high - of.low); }

std::string counted(std::size_t count, const std::string& what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += i == 0 ? "" : i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

class Page {
 public:
  Page(const PolicyOutcomes& outcomes, const DecisionReport& report, const ReportAsked& asked)
      : outcomes_(outcomes), report_(report), asked_(asked) {}

  std::string text() const {
    std::string page = about() + "\n" + ranking();
    if (report_.pairs.empty()) return page + "\n" + policies();
    return page + first_two() + certainty() + regret() + "\n" + policies() + "\n" + pairs() +
           searches() + "\n" + legend();
  }

 private:
  const std::string& name(std::size_t policy) const { return outcomes_.policies[policy]; }

  std::string about() const {
    std::size_t lives = 0, missing = 0;
    for (const PolicyMean& of : report_.ranked) {
      lives += of.mean.lives;
      missing += of.missing;
    }
    std::string text = fmt::format(
        "{}: {} is better. {} in {}, {}", outcomes_.outcome,
        outcomes_.better == Better::Higher ? "higher" : "lower",
        report_.ranked.size() == 1 ? "1 policy" : fmt::format("{} policies", report_.ranked.size()),
        counted(outcomes_.futures, "future"),
        lives == 1 ? "1 life" : fmt::format("{} lives", lives));
    if (missing > 0) text += fmt::format(", {} more without a value", missing);
    return text + ".\n";
  }

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
                       interval(first.mean), listed(others));
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
    std::string text = fmt::format(
        "The greatest regret is least under {} ({}), the mean regret under {} ({}).\n",
        listed(names(all.minimax)) + (one ? "" : ", alike"), to_digits(careful.greatest.value, 0),
        listed(names(all.least_mean)) + (one_mean ? "" : ", alike"), to_digits(mean.mean.value, 0));
    if (all.left_out > 0) {
      text += fmt::format(
          "{} without a life that all policies share left out of regret.\n",
          all.left_out == 1 ? "1 future is" : fmt::format("{} futures are", all.left_out));
    }
    return text;
  }

  static std::string figure(const Figure& of) {
    const double reach = 0.5 * (of.spread.high - of.spread.low);
    if (!(reach > 0.0)) return to_digits(of.value, 0);
    return fmt::format("{} ({} to {})", to_digits(of.value, reach), to_digits(of.spread.low, reach),
                       to_digits(of.spread.high, reach));
  }

  std::string policies() const {
    const bool several = !report_.pairs.empty();
    Lines lines = {{"policy", "mean", "95 % interval", "lives"}};
    if (several) {
      for (const char* title :
           {"best in", "tied in", "mean regret", "90 % below", "greatest regret"}) {
        lines.front().push_back(title);
      }
    }
    for (const PolicyMean& of : report_.ranked) {
      const double reach = reach_of(of.mean);
      lines.push_back({name(of.policy), to_digits(of.mean.mean, reach),
                       std::isnan(of.mean.error)
                           ? "-"
                           : fmt::format("{} to {}", to_digits(of.mean.low, reach),
                                         to_digits(of.mean.high, reach)),
                       fmt::format("{}", of.mean.lives)});
      if (!several) continue;
      const PolicyRegret& regret = report_.regrets.policies[of.policy];
      lines.back().insert(lines.back().end(),
                          {fmt::format("{}", regret.best), fmt::format("{}", regret.tied),
                           figure(regret.mean), figure(regret.high), figure(regret.greatest)});
    }
    return estimators::in_columns(lines);
  }

  static std::string chance(double probability, const Spread& spread) {
    if (std::isnan(probability)) return "-";
    if (!(spread.error >= 0.0005)) return probability_text(probability);
    return fmt::format("{} ±{}", probability_text(probability),
                       fmt::format("{:.2f}", std::fmax(0.01, spread.error)).substr(1));
  }

  std::string pairs() const {
    Lines lines = {{"pair, life by life", "better by", "95 % interval", "parameters", "luck",
                    "both", "alike", "due to parameters", "error by futures"}};
    for (const PolicyPair& pair : report_.pairs) {
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
    for (const PolicyPair& pair : report_.pairs) {
      if (pair.alone == 0) continue;
      text += fmt::format("{} over {}: {} of one of the two alone {} left out.\n", name(pair.b),
                          name(pair.a),
                          pair.alone == 1 ? "1 life" : fmt::format("{} lives", pair.alone),
                          pair.alone == 1 ? "is" : "are");
    }
    return text;
  }

  /// "R1 loses to law"
  std::string deed(const ReportSearch& of) const {
    if (of.search == Search::Regrets) {
      return fmt::format("{} regrets more than {:.4g}", name(of.policy), *asked_.regret_above);
    }
    return fmt::format("{} {} {}", name(of.policy),
                       of.search == Search::Loses ? "loses to" : "is better than",
                       name(of.against));
  }

  std::string box_text(const ReportSearch& of, const FoundBox& box, bool first) const {
    std::vector<std::string> where;
    for (const Restriction& restriction : box.restrictions) where.push_back(restriction.text);
    std::string text = fmt::format(
        "{} {} {}: {} of {} such futures ({} of all), {} of the {} in which it does. ",
        first ? deed(of) : "  and", first ? "where" : "where also", listed(where), box.within.cases,
        box.within.futures, per_cent(box.mass), per_cent(box.coverage), of.found.all.cases);
    text += box.held_out.futures > 0
                ? fmt::format("In futures held out of the search: {} of {}", box.held_out.cases,
                              box.held_out.futures)
                : std::string("Held-out parts of the futures show no such box");
    return text +
           fmt::format("; noise gives as dense a box with {}.\n", probability_of_noise(box.p));
  }

  static std::string probability_of_noise(double p) {
    return fmt::format("a probability of {}", fmt::format("{:.3f}", p).substr(1));
  }

  std::string search_text(const ReportSearch& of) const {
    const BoxCount all = of.found.all;
    if (all.cases == 0)
      return fmt::format("{} in none of {}.\n", deed(of), counted(all.futures, "future"));
    if (!of.found.boxes.empty()) {
      std::string text;
      for (std::size_t i = 0; i < of.found.boxes.size(); ++i) {
        text += box_text(of, of.found.boxes[i], i == 0);
      }
      return text;
    }
    std::string text =
        fmt::format("{} in {} of {}", deed(of), all.cases, counted(all.futures, "future"));
    if (std::isnan(of.found.p_of_next)) {
      return text + (all.cases < kFewestCases ? ", too few to say where.\n"
                                              : ": too few are left to say where not.\n");
    }
    return text + fmt::format(
                      ", nowhere in particular: noise gives a box as dense as the densest with "
                      "{}.\n",
                      probability_of_noise(of.found.p_of_next));
  }

  std::string searches() const {
    if (report_.searches.empty()) return "";
    std::string text = "\n";
    for (const ReportSearch& of : report_.searches) text += search_text(of);
    return text +
           "One in twenty such searches finds a box where there is none by these dice. All futures "
           "share them: others may draw it elsewhere, or none.\n";
  }

  /// What intervals hold. With few replicates, and where one stopped because of what was seen, they
  /// do not hold what they say; how often is in tests/recovery/decisions_recovery_test.cpp.
  std::string of_intervals() const {
    constexpr std::size_t kFew = 5;
    if (report_.replicates < 2) {
      return "With one replicate all holds for its dice alone: intervals are over futures, and "
             "what other dice would give may lie far outside.\n";
    }
    std::string text = "Intervals hold the mean over futures like these in 95 of 100 sweeps";
    if (report_.replicates < kFew) {
      text += fmt::format(
          "; with no more than {} replicates in fewer where dice act alike in all futures, and ± "
          "is "
          "told too small",
          report_.replicates);
    }
    text += ".\n";
    if (!asked_.until_certain) return text;
    return text +
           "Replicates were added until the ranking was certain: what came out large ended sooner, "
           "so that differences are told rather too large and their intervals hold them less "
           "often.\n";
  }

  std::string legend() const {
    return of_intervals() +
           "parameters: probability that the expected outcome is better in a future drawn from the "
           "design; luck: that a life is, where parameters are such that the mean difference is "
           "expected; both: that a life is, in a future drawn from the design. ± is one Monte "
           "Carlo "
           "standard error.\n"
           "due to parameters: share of the variance of differences of single lives; error by "
           "futures: share of the mean's error that more futures would lessen, the rest more "
           "replicates.\n"
           "Regret: what the best policy of a future would have given more. With few replicates "
           "it is told too large.\n";
  }

  const PolicyOutcomes& outcomes_;
  const DecisionReport& report_;
  const ReportAsked& asked_;
};

}  // namespace

std::string decision_text(const PolicyOutcomes& outcomes, const DecisionReport& report,
                          const ReportAsked& asked) {
  return Page(outcomes, report, asked).text();
}

}  // namespace homeroom::decisions
