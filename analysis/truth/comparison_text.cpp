#include "analysis/truth/comparison_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/estimators/text_cells.hpp"
#include "analysis/truth/measures.hpp"
#include "sim/core/counted.hpp"

namespace homeroom::truth {

namespace {

// With ten pairs the variance of their differences has a 95 % interval of .5 to 3.3 times itself
// (chi-squared, nine degrees).
constexpr int kPairsToTrust = 10;

struct Shown {
  const char* title;
  std::vector<const char*> measures;  ///< their mean is shown
  int digits;
  double scale = 1.0;
};

const std::vector<Shown>& shown() {
  static const std::vector<Shown> all = {
      {"level SD", {"level_math", "level_ela"}, 4},
      {"own level SD", {"own_level_math", "own_level_ela"}, 4},
      {"growth SD/yr", {"latent_growth_math", "latent_growth_ela"}, 4},
      {"proficient %", {"proficiency_math", "proficiency_ela"}, 2},
      {"income gap SD", {"gap_low_income_level_math", "gap_low_income_level_ela"}, 4},
      {"eff. autonomy", {"effective_autonomy"}, 3},
      {"kept open %", {"school_survival"}, 1, 100.0},
      {"turnover %", {"teacher_turnover"}, 2, 100.0},
      {"USD/pupil", {"cost_per_pupil"}, 0}};
  return all;
}

std::vector<std::size_t> positions(const Shown& column) {
  std::vector<std::size_t> all;
  for (const char* name : column.measures) all.push_back(measure_named(name));
  return all;
}

std::string cell(const PairedDifference& of, const Shown& column) {
  if (of.pairs == 0) return "-";
  const double difference = column.scale * of.difference;
  // Nought has no sign, and what rounds to it is told as it is.
  std::string text = difference == 0.0 ? "0" : fmt::format("{:+.{}f}", difference, column.digits);
  if (of.pairs > 1) {
    const double reach = column.scale * 0.5 * (of.high - of.low);
    text += reach == 0.0 ? " ±0" : fmt::format(" ±{:.{}f}", reach, column.digits);
  }
  return text;
}

using Line = std::vector<std::string>;

class Brief {
 public:
  Brief(const Comparison& comparison, const std::map<std::string, std::string>& labels,
        std::size_t alternative)
      : comparison_(comparison),
        labels_(labels),
        alternative_(alternative),
        last_(comparison.years.size() - 1) {}

  std::string text() const {
    return fmt::format("{} less {} in {}, {} of replicates\n\n{}{}{}",
                       comparison_.alternatives[alternative_], comparison_.base,
                       comparison_.years[last_], counted(comparison_.replicates.size(), "pair"),
                       table() + of_one_arm(), elsewhere(Who::Child, "children"),
                       elsewhere(Who::Teacher, "teachers")) +
           saved();
  }

 private:
  std::string table() const {
    std::vector<Line> lines(1, Line{"schools"});
    for (const Shown& column : shown()) lines.front().push_back(column.title);
    for (const std::string& model : comparison_.models()) {
      Line line{label_of(model)};
      bool any = false;
      for (const Shown& column : shown()) {
        const PairedDifference of =
            comparison_.mean_difference(alternative_, last_, model, positions(column));
        line.push_back(cell(of, column));
        any = any || of.pairs > 0;
      }
      if (any) lines.push_back(line);
    }
    return estimators::in_columns(lines);
  }

  /// Models that have schools in one arm alone, and so no difference.
  std::string of_one_arm() const {
    const std::size_t schools = measure_named("schools");
    std::string text;
    for (const std::string& model : comparison_.models()) {
      const PairedDifference of = comparison_.difference(alternative_, last_, model, schools);
      const bool before = of.base > 0.0, after = of.alternative > 0.0;
      if (before == after) continue;
      text += fmt::format("\n{} only: {}, {:.1f} schools",
                          before ? comparison_.base : comparison_.alternatives[alternative_],
                          label_of(model), before ? of.base : of.alternative);
    }
    return text.empty() ? text : text + "\n";
  }

  std::string label_of(const std::string& model) const {
    if (model.empty()) return "whole city";
    const auto label = labels_.find(model);
    return label == labels_.end() ? model : label->second;
  }

  /// By how they came where they are under the alternative, most first.
  std::string elsewhere(Who who, const char* name) const {
    std::vector<double> totals;
    std::map<std::string, double> by_how;
    const auto replicates = static_cast<double>(comparison_.replicates.size());
    for (const Replicate& replicate : comparison_.replicates) {
      double total = 0.0;
      for (const auto& [key, count] : replicate.alternatives[alternative_].moved[last_]) {
        if (key.who != who) continue;
        total += count.people;
        by_how[key.alternative_how] += count.people / replicates;
      }
      totals.push_back(total);
    }
    std::vector<std::pair<std::string, double>> order(by_how.begin(), by_how.end());
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& one, const auto& other) { return one.second > other.second; });
    std::string text = fmt::format("\n{} elsewhere: {:.0f}", name, mean_with_error(totals).mean);
    for (std::size_t i = 0; i < order.size(); ++i) {
      text += fmt::format("{}{} {:.0f}", i == 0 ? " (" : ", ", order[i].first, order[i].second);
    }
    return text + (order.empty() ? "" : ")");
  }

  std::string saved() const {
    const std::vector<std::size_t> growth = positions(shown()[2]);
    const PairedDifference of = comparison_.mean_difference(alternative_, last_, "", growth);
    if (std::isnan(of.unpaired)) return "\n";
    const std::string doubt =
        of.pairs < kPairsToTrust
            ? " (a guess: so few pairs tell a ratio of variances to a factor of several)"
            : "";
    return fmt::format(
        "\nunpaired runs would have needed about {:.0f} replicates of each arm to know the city's "
        "growth as well as these {} pairs{}\n",
        std::ceil(of.unpaired), of.pairs, doubt);
  }

  const Comparison& comparison_;
  const std::map<std::string, std::string>& labels_;
  std::size_t alternative_, last_;
};

}  // namespace

std::string comparison_text(const Comparison& comparison,
                            const std::map<std::string, std::string>& labels) {
  std::string text;
  for (std::size_t a = 0; a < comparison.alternatives.size(); ++a) {
    if (a > 0) text += '\n';
    text += Brief(comparison, labels, a).text();
  }
  return text;
}

}  // namespace homeroom::truth
