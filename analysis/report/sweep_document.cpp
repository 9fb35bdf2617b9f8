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
  table.rows.push_back({std::string("points"), fmt::format("{}", sweep.levels.points)});
  table.rows.push_back({std::string("runs"), fmt::format("{}", sweep.levels.runs)});
  table.rows.push_back(
      {std::string("failed or missing runs"), fmt::format("{}", sweep.levels.failed)});
  for (const SweepFactorLevels& factor : sweep.levels.crossed) {
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

void add_numbers(Section& section, const Results& results, const SweepOutcomes& sweep,
                 std::size_t o) {
  Figure figure = panels(
      fmt::format("outcome_{}", o),
      fmt::format("{}, by the level of each factor", results.outcome(sweep.outcomes[o])),
      "Difference from the factor's first level, mean over all other factors; band: 95 % interval "
      "over replicates with the same dice (Student's t).",
      sweep.outcomes[o], "level", "95 % interval");
  for (std::size_t f = 0; f < sweep.levels.crossed.size(); ++f) {
    const SweepFactorLevels& factor = sweep.levels.crossed[f];
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

void add_words(Section& section, const Results& results, const SweepOutcomes& sweep,
               std::size_t o) {
  Figure figure = intervals(
      fmt::format("outcome_words_{}", o),
      fmt::format("{}, by policy or word", results.outcome(sweep.outcomes[o])),
      "Difference from the first of each, mean over all other factors. Line: 95 % interval over "
      "replicates with the same dice.",
      fmt::format("difference in {}", sweep.outcomes[o]));
  for (std::size_t f = 0; f < sweep.levels.crossed.size(); ++f) {
    const SweepFactorLevels& factor = sweep.levels.crossed[f];
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

/// The factor that moves the outcome the most, by numbers from the first to the last level, by
/// words from the first to any, if any is told.
std::string sentence_of(const Results& results, const SweepOutcomes& sweep, std::size_t o) {
  // Of factors that are not crossed, what sensitivity says stands below.
  if (sweep.levels.crossed.empty() || !sweep.levels.not_crossed.empty()) return {};
  double most = 0;
  std::string text = fmt::format("{}: no factor moves it by more than chance could.",
                                 results.outcome(sweep.outcomes[o]));
  for (std::size_t f = 0; f < sweep.levels.crossed.size(); ++f) {
    const std::size_t levels = sweep.levels.crossed[f].levels.size();
    for (std::size_t level = sweep.levels.crossed[f].is_number ? levels - 1 : 1; level < levels;
         ++level) {
      const Summary summary = against_first(sweep.means[o][f], level);
      if (!is_told(summary) || !(std::abs(summary.mean) > most)) continue;
      most = std::abs(summary.mean);
      text = fmt::format(
          "{}: moves most with {}, by {} from {} to {}.", results.outcome(sweep.outcomes[o]),
          sweep.levels.crossed[f].name, with_interval(summary.mean, summary.low, summary.high),
          sweep.levels.crossed[f].levels.front(), sweep.levels.crossed[f].levels[level]);
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
      add_numbers(section, results, sweep, o);
      add_words(section, results, sweep, o);
      const std::string sentence = sentence_of(results, sweep, o);
      if (document.answer.size() < 3 && !sentence.empty()) document.answer.push_back(sentence);
    }
    if (sweep.levels.failed > 0) {
      document.notices.push_back(
          fmt::format("{} of {} runs failed or are missing: means are of the others.",
                      sweep.levels.failed, sweep.levels.runs));
    }
    if (!sweep.levels.not_crossed.empty()) {
      section.paragraphs.push_back(fmt::format(
          "Not set level by level, so that between two of their values other factors differ as "
          "well "
          "and no difference is told: {}. What outcomes depend on stands in the next section.",
          fmt::join(sweep.levels.not_crossed, "; ")));
    } else if (sweep.levels.crossed.empty()) {
      section.missing.push_back("No factor has more than one level.");
    }
  } catch (const TableFault& fault) {
    section.missing.push_back(fault.what());
  }
  document.sections.push_back(std::move(section));
  return document;
}

}  // namespace homeroom::report
