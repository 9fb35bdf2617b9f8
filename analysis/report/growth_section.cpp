#include <fmt/format.h>

#include "analysis/report/assumed_share.hpp"
#include "analysis/report/growth_terms.hpp"
#include "analysis/report/run_sections.hpp"
#include "analysis/report/run_tables.hpp"
#include "analysis/report/trajectory.hpp"

namespace homeroom::report {
namespace {

void add_growth(Section& section, const Results& results, const Replicates& growth) {
  section.figures.push_back(trajectory_of(
      results,
      {"growth",
       fmt::format("What a year adds to a child, {} [state SD a year]", years_text(growth)),
       "True growth, mean of mathematics and ELA, which no analyst could see; 0 is a typical "
       "school "
       "of the state.",
       "state SD/year"},
      growth));
}

void add_percentiles(Section& section, const Results& results) {
  const Replicates values = by_model(results, "models.csv", {"median_sgp_math", "median_sgp_ela"});
  section.figures.push_back(trajectory_of(
      results,
      {"percentiles",
       fmt::format("Median growth percentile of schools, {} [percentile]", years_text(values)),
       "What the state publishes of growth, mean of mathematics and ELA, weighted by children; 50 "
       "is a typical school of the state.",
       "percentile"},
      values));
}

/// The difference of each model's growth from the city's, term by term.
void add_terms(Section& section, const Results& results, const Replicates& growth) {
  const int year = growth.years().back();
  Figure figure = waterfall(
      "terms", fmt::format("Why models grow more or less than the whole city, {}", year),
      "Difference from the whole city of each term of true growth, mean of mathematics and ELA; "
      "terms sum to the total exactly. Means over replicates.",
      "state SD/year");
  std::vector<std::pair<GrowthTerm, Replicates>> terms;
  for (const GrowthTerm& term : growth_terms()) {
    terms.emplace_back(term, growth_of(results, term.column));
  }
  const auto apart = [&](const Replicates& values, const std::string& model) {
    return spread_of(difference_of(values.of(model, year), values.of("", year)));
  };
  for (const std::string& model : results.models) {
    const Summary whole = apart(growth, model);
    if (2 * whole.replicates <= growth.replicates()) continue;
    const std::string name = results.label(model);
    for (const auto& [term, values] : terms) {
      const Summary part = apart(values, model);
      // The anchor is the same for all; what is 0 everywhere needs no bar.
      if (part.mean == 0 && part.error == 0) continue;
      figure.rows.push_back({name, term.label, "term", part.mean, cell_of(part.error)});
    }
    figure.rows.push_back({name, "growth", "total", whole.mean, cell_of(whole.error)});
  }
  if (figure.rows.empty()) return;
  section.figures.push_back(figure);
  add_assumed_share(section, figure, results.stated);
}

}  // namespace

Section growth_section(const Results& results) {
  Section section{"growth", "Growth, and what it is made of"};
  Replicates growth;
  if (!results.is_nation())
    add_or_tell(section, [&] {
      growth = growth_of(results, "latent_growth");
      add_growth(section, results, growth);
    });
  add_or_tell(section, [&] { add_percentiles(section, results); });
  if (!growth.empty()) add_or_tell(section, [&] { add_terms(section, results, growth); });
  return section;
}

}  // namespace homeroom::report
