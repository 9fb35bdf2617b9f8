#include <fmt/format.h>

#include <cmath>

#include "analysis/decisions/decision_parts.hpp"
#include "analysis/decisions/number_text.hpp"
#include "sim/core/counted.hpp"
#include "sim/core/words.hpp"

namespace homeroom::decisions {
namespace {

class Searches {
 public:
  Searches(const PolicyOutcomes& outcomes, const DecisionReport& report, const ReportAsked& asked)
      : outcomes_(outcomes), report_(report), asked_(asked) {}

  std::string text() const {
    if (report_.searches.empty()) return "";
    std::string all = "\n";
    for (const ReportSearch& of : report_.searches) all += search_text(of);
    return all +
           "One in twenty such searches finds a box where there is none by these dice. All futures "
           "share them: others may draw it elsewhere, or none.\n";
  }

 private:
  const std::string& name(std::size_t policy) const { return outcomes_.policies[policy]; }

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
    std::string text =
        fmt::format("{} {} {}: {} of {} such futures ({} of all), {} of the {} in which it does. ",
                    first ? deed(of) : "  and", first ? "where" : "where also",
                    listed_with_and(where), box.within.cases, box.within.futures,
                    per_cent(box.mass), per_cent(box.coverage), of.found.all.cases);
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

  const PolicyOutcomes& outcomes_;
  const DecisionReport& report_;
  const ReportAsked& asked_;
};

}  // namespace

std::string decision_searches(const PolicyOutcomes& outcomes, const DecisionReport& report,
                              const ReportAsked& asked) {
  return Searches(outcomes, report, asked).text();
}

}  // namespace homeroom::decisions
