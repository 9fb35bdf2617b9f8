#include <fmt/format.h>

#include <cmath>

#include "analysis/report/csv_rows.hpp"
#include "analysis/report/documents.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/report/sweep_outcomes.hpp"

namespace homeroom::report {
namespace {

Section design_section(const Results& results, const SweepOutcomes& sweep) {
  Section section{"design", "The design"};
  Figure table = table_of("design_table", "What was tried", "From design.toml and runs.csv.",
                          {{"what", "what", "", false}, {"value", "value", "", false}});
  for (const auto& [what, value] : results.design) table.rows.push_back({what, value});
  table.rows.push_back({std::string("points"), fmt::format("{}", sweep.points)});
  table.rows.push_back({std::string("runs"), fmt::format("{}", sweep.runs)});
  table.rows.push_back({std::string("failed or missing runs"), fmt::format("{}", sweep.failed)});
  for (const SweepFactorLevels& factor : sweep.factors) {
    table.rows.push_back({fmt::format("levels of {}", factor.name),
                          fmt::format("{}", fmt::join(factor.levels, "; "))});
  }
  section.figures.push_back(std::move(table));
  return section;
}

/// Levels of one factor against its first, the same replicates paired.
Summary against_first(const std::vector<Lives>& levels, std::size_t level) {
  return interval_of(difference_of(levels[level], levels.front()));
}

void add_numbers(Section& section, const SweepOutcomes& sweep, std::size_t o) {
  Figure figure = panels(
      fmt::format("outcome_{}", o),
      fmt::format("{}, by the level of each factor", sweep.outcomes[o]),
      "Difference from the factor's first level, mean over all other factors; band: 95 % interval "
      "over replicates with the same dice (Student's t). Factors with many levels are told in "
      "eight bins.",
      sweep.outcomes[o], "level", "95 % interval");
  for (std::size_t f = 0; f < sweep.factors.size(); ++f) {
    const SweepFactorLevels& factor = sweep.factors[f];
    for (std::size_t level = 0; factor.is_number && level < factor.levels.size(); ++level) {
      const Summary summary = against_first(sweep.means[o][f], level);
      figure.rows.push_back({factor.name, std::string(), factor.places[level],
                             cell_of(summary.mean), cell_of(summary.low), cell_of(summary.high),
                             cell_of(summary.error), static_cast<double>(summary.replicates)});
    }
  }
  figure.hints["x"] = "own";
  if (!figure.rows.empty()) section.figures.push_back(std::move(figure));
}

void add_words(Section& section, const SweepOutcomes& sweep, std::size_t o) {
  Figure figure = intervals(
      fmt::format("outcome_words_{}", o), fmt::format("{}, by policy or word", sweep.outcomes[o]),
      "Difference from the first of each, mean over all other factors. Line: 95 % interval over "
      "replicates with the same dice.",
      fmt::format("difference in {}", sweep.outcomes[o]));
  for (std::size_t f = 0; f < sweep.factors.size(); ++f) {
    const SweepFactorLevels& factor = sweep.factors[f];
    for (std::size_t level = 1; !factor.is_number && level < factor.levels.size(); ++level) {
      const Summary summary = against_first(sweep.means[o][f], level);
      figure.rows.push_back({fmt::format("{}, against {}", factor.name, factor.levels.front()),
                             factor.levels[level], cell_of(summary.mean), cell_of(summary.low),
                             cell_of(summary.high)});
    }
  }
  if (!figure.rows.empty()) section.figures.push_back(std::move(figure));
}

/// Whether a difference is beyond what chance does to it.
bool is_told(const Summary& summary) { return summary.low > 0 || summary.high < 0; }

/// The factor whose levels move the outcome the most, from its first to any, if any is told.
std::string sentence_of(const SweepOutcomes& sweep, std::size_t o) {
  if (sweep.factors.empty()) return {};
  double most = 0;
  std::string text =
      fmt::format("{}: no factor moves it by more than chance could.", sweep.outcomes[o]);
  for (std::size_t f = 0; f < sweep.factors.size(); ++f) {
    for (std::size_t level = 1; level < sweep.factors[f].levels.size(); ++level) {
      const Summary summary = against_first(sweep.means[o][f], level);
      if (!is_told(summary) || !(std::abs(summary.mean) > most)) continue;
      most = std::abs(summary.mean);
      text =
          fmt::format("{} moves most with {}: by {} from {} to {}.", sweep.outcomes[o],
                      sweep.factors[f].name, with_interval(summary.mean, summary.low, summary.high),
                      sweep.factors[f].levels.front(), sweep.factors[f].levels[level]);
    }
  }
  return text;
}

}  // namespace

Document sweep_document(const Results& results) {
  Document document;
  Section section{"outcomes", "Outcomes by factor"};
  try {
    const SweepOutcomes sweep = sweep_outcomes(results);
    document.sections.push_back(design_section(results, sweep));
    for (std::size_t o = 0; o < sweep.outcomes.size(); ++o) {
      add_numbers(section, sweep, o);
      add_words(section, sweep, o);
      const std::string sentence = sentence_of(sweep, o);
      if (document.answer.size() < 3 && !sentence.empty()) document.answer.push_back(sentence);
    }
    if (sweep.failed > 0) {
      document.notices.push_back(
          fmt::format("{} of {} runs failed or are missing: means are of the others.", sweep.failed,
                      sweep.runs));
    }
    if (sweep.factors.empty()) section.missing.push_back("No factor has more than one level.");
  } catch (const TableFault& fault) {
    section.missing.push_back(fault.what());
  }
  document.sections.push_back(std::move(section));
  return document;
}

}  // namespace homeroom::report
