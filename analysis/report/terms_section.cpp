#include <fmt/format.h>

#include "analysis/report/assumed_share.hpp"
#include "analysis/report/compare_sections.hpp"
#include "analysis/report/growth_terms.hpp"

namespace homeroom::report {

Section terms_section(const Results& results, const Differences& differences) {
  Section section{"terms", "Through which terms growth changes"};
  const int year = differences.last_year();
  Figure figure = waterfall(
      "growth_terms",
      fmt::format("Difference of a year's growth in mathematics, term by term, {} [state SD/year]",
                  year),
      "Whole city, alternative less base; terms sum to the total exactly. Means over pairs of "
      "replicates.",
      "state SD/year");
  for (const std::string& alternative : differences.alternatives()) {
    const Difference* whole = differences.find(alternative, year, "", "latent_growth_math");
    if (!whole) continue;
    for (const GrowthTerm& term : growth_terms()) {
      const Difference* part = differences.find(alternative, year, "", term.column + "_math");
      // What is 0 in every pair needs no bar.
      if (!part || (part->difference == 0 && part->error == 0)) continue;
      figure.rows.push_back(
          {alternative, term.label, std::string("term"), part->difference, cell_of(part->error)});
    }
    figure.rows.push_back({alternative, std::string("growth"), std::string("total"),
                           whole->difference, cell_of(whole->error)});
  }
  if (figure.rows.empty()) {
    section.missing.push_back("differences.csv has no growth of the whole city.");
    return section;
  }
  section.figures.push_back(figure);
  add_assumed_share(section, figure, results.stated);
  return section;
}

}  // namespace homeroom::report
