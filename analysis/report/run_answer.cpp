#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/growth_terms.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/report/run_sections.hpp"
#include "analysis/report/run_tables.hpp"

namespace homeroom::report {
namespace {

/// "43.2 ±0.2", of a percentage.
std::string percent(const Summary& summary) {
  return fmt::format("{}\u00a0%", with_error(summary.mean, summary.error));
}

std::string city_sentence(const Results& results) {
  const Replicates values = by_model_and_city(results, kProficiency);
  const std::vector<int> years = values.years();
  const Lives &first = values.of("", years.front()), &last = values.of("", years.back());
  const Summary change = interval_of(difference_of(last, first));
  return fmt::format(
      "In the {} {} of tested children are proficient in {} and {} in {} (mean of "
      "mathematics and ELA): a change of {} percentage points.",
      results.is_nation() ? "whole nation" : "whole city", percent(spread_of(first)), years.front(),
      percent(spread_of(last)), years.back(), with_interval(change.mean, change.low, change.high));
}

/// The model whose difference from the city is the largest, and its difference.
std::pair<std::string, Lives> most_apart(const Results& results, const Replicates& growth,
                                         int year) {
  std::pair<std::string, Lives> found;
  double most = -1e300;
  for (const std::string& model : results.models) {
    const Lives apart = difference_of(growth.of(model, year), growth.of("", year));
    if (2 * static_cast<int>(apart.size()) <= growth.replicates()) continue;
    const double mean = spread_of(apart).mean;
    if (mean > most) found = {model, apart}, most = mean;
  }
  return found;
}

std::string largest_term(const Results& results, const std::string& model, int year) {
  std::string text;
  double most = 0;
  for (const GrowthTerm& term : growth_terms()) {
    const Replicates values = growth_of(results, term.column);
    const double mean = spread_of(difference_of(values.of(model, year), values.of("", year))).mean;
    if (!(std::abs(mean) > most)) continue;
    most = std::abs(mean);
    text = fmt::format("{} ({})", term.label, signed_text(mean, decimals_for(std::abs(mean))));
  }
  return text;
}

std::string models_sentence(const Results& results) {
  const Replicates growth = growth_of(results, "latent_growth");
  const int year = growth.years().back();
  const auto [model, lives] = most_apart(results, growth, year);
  if (model.empty()) return {};
  const Summary apart = interval_of(lives);
  return fmt::format(
      "In {} a year adds most to the children of {} schools: against the whole city {} state SD, "
      "of which most comes from {}.",
      year, results.label(model), with_interval(apart.mean, apart.low, apart.high),
      largest_term(results, model, year));
}

std::string lasting_sentence(const Results& results) {
  const Replicates kept = by_model(results, "sustainability.csv", {"school_survival"});
  const int year = kept.years().back();
  std::string fewest;
  Summary least;
  least.mean = 2;
  for (const std::string& model : results.models) {
    const Lives& lives = kept.of(model, year);
    if (2 * static_cast<int>(lives.size()) <= kept.replicates()) continue;
    const Summary summary = spread_of(lives);
    if (summary.mean < least.mean) fewest = model, least = summary;
  }
  if (fewest.empty()) return {};
  if (least.mean > 0.9995) return fmt::format("No school has closed by {}.", year);
  return fmt::format(
      "By {} {}\u00a0% of {} schools are still open, the fewest of any model (\u00b1: one standard "
      "error over replicates).",
      year, with_error(100 * least.mean, 100 * least.error), results.label(fewest));
}

}  // namespace

std::vector<std::string> run_answer(const Results& results) {
  std::vector<std::string> sentences;
  for (const auto& sentence : {city_sentence, models_sentence, lasting_sentence}) {
    try {
      const std::string text = sentence(results);
      if (!text.empty()) sentences.push_back(text);
    } catch (const std::exception&) {
      // The section that shows the table tells what is wrong with it.
    }
  }
  return sentences;
}

}  // namespace homeroom::report
