#include <fmt/format.h>

#include <cmath>

#include "analysis/decisions/decision_text.hpp"
#include "sim/records/csv_cell.hpp"

namespace homeroom::decisions {
namespace {

std::string cell(double value) { return std::isnan(value) ? "" : fmt::format("{}", value); }

class Csv {
 public:
  explicit Csv(const PolicyOutcomes& outcomes) : outcomes_(outcomes) {}

  void begin(const std::string& table, std::size_t policy, const std::string& against) {
    beginning_ =
        fmt::format("{},{},{}", table, csv_cell(outcomes_.policies[policy]), csv_cell(against));
  }
  void line(const std::string& figure, double value, const Spread& spread = kNone,
            const std::string& text = "") {
    text_ += fmt::format("{},{},{},{},{},{},{}\n", beginning_, figure, cell(value),
                         cell(spread.error), cell(spread.low), cell(spread.high), csv_cell(text));
  }
  void count(const std::string& figure, std::size_t value) {
    line(figure, static_cast<double>(value));
  }
  std::string take() { return kDecisionHead + text_; }

 private:
  static constexpr Spread kNone{NAN, NAN, NAN};
  const PolicyOutcomes& outcomes_;
  std::string beginning_, text_;
};

void write_mean(Csv& csv, const FuturesMean& of, const char* figure) {
  csv.line(figure, of.mean, {of.error, of.low, of.high});
  csv.count("futures", of.futures);
  csv.line("degrees_of_freedom", of.degrees);
  csv.line("variance_between_futures", of.variance.futures);
  csv.line("variance_of_shared_dice", of.variance.dice);
  csv.line("variance_of_other_chance", of.variance.rest);
  csv.line("variance_of_chance", of.variance.chance);
  csv.line("error_variance_by_futures", of.by_futures);
  csv.line("error_variance_by_replicates", of.by_replicates);
}

void write_pair(Csv& csv, const PolicyOutcomes& outcomes, const PolicyPair& pair) {
  csv.begin("pair", pair.b, outcomes.policies[pair.a]);
  write_mean(csv, pair.advantage, "better_by");
  csv.count("lives_of_both", pair.pairs);
  csv.count("lives_of_one", pair.alone);
  const WinProbability& of = pair.probability;
  csv.line("probability_by_parameters", of.expected.better, pair.expected_better);
  csv.line("probability_by_luck", of.luck.better, pair.luck_better);
  csv.line("probability_by_both", of.life.better, pair.life_better);
  csv.line("probability_alike", of.life.alike);
  csv.line("futures_seen_better", of.seen.better);
}

void write_search(Csv& csv, const PolicyOutcomes& outcomes, const ReportSearch& search) {
  static const char* const kNames[] = {"loses", "wins", "regrets"};
  const std::string name = kNames[static_cast<int>(search.search)];
  const std::string against =
      search.search == Search::Regrets ? "" : outcomes.policies[search.against];
  csv.begin(name, search.policy, against);
  csv.count("futures", search.found.all.futures);
  csv.count("cases", search.found.all.cases);
  csv.line("p_of_next_box", search.found.p_of_next);
  for (std::size_t i = 0; i < search.found.boxes.size(); ++i) {
    const FoundBox& box = search.found.boxes[i];
    csv.begin(fmt::format("{}_box_{}", name, i + 1), search.policy, against);
    csv.count("futures", box.within.futures);
    csv.count("cases", box.within.cases);
    csv.line("density", box.density);
    csv.line("coverage", box.coverage);
    csv.line("mass", box.mass);
    csv.line("p", box.p);
    csv.count("held_out_futures", box.held_out.futures);
    csv.count("held_out_cases", box.held_out.cases);
    for (const Restriction& of : box.restrictions) {
      csv.line("quasi_p", of.quasi_p, {NAN, NAN, NAN}, of.text);
    }
  }
}

}  // namespace

std::string decision_csv(const PolicyOutcomes& outcomes, const DecisionReport& report) {
  Csv csv(outcomes);
  for (const PolicyMean& of : report.ranked) {
    csv.begin("policy", of.policy, "");
    write_mean(csv, of.mean, "mean");
    csv.count("lives", of.mean.lives);
    csv.count("missing", of.missing);
  }
  for (const PolicyRegret& of : report.regrets.policies) {
    csv.begin("regret", of.policy, "");
    csv.line("mean", of.mean.value, of.mean.spread);
    csv.line("ninety_per_cent_below", of.high.value, of.high.spread);
    csv.line("greatest", of.greatest.value, of.greatest.spread);
    csv.count("best_in", of.best);
    csv.count("tied_in", of.tied);
  }
  for (const PolicyPair& pair : report.pairs) write_pair(csv, outcomes, pair);
  for (const PolicyPair& pair : report.against) {
    csv.begin("against", pair.b, outcomes.policies[pair.a]);
    write_mean(csv, pair.advantage, "better_by");
  }
  for (const ReportSearch& search : report.searches) write_search(csv, outcomes, search);
  return csv.take();
}

}  // namespace homeroom::decisions
