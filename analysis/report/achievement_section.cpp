#include <fmt/format.h>

#include "analysis/report/poverty_gap.hpp"
#include "analysis/report/run_sections.hpp"
#include "analysis/report/run_tables.hpp"
#include "analysis/report/trajectory.hpp"

namespace homeroom::report {
namespace {

void add_proficiency(Section& section, const Results& results) {
  const Replicates values = by_model_and_city(results, kProficiency);
  section.figures.push_back(trajectory_of(
      results,
      {"proficiency",
       fmt::format("Children at or above the state's cut, {} [% of tested]", years_text(values)),
       "Mean of mathematics and ELA, as the state publishes it.", "% of tested"},
      values));
}

void add_scores(Section& section, const Results& results) {
  const Replicates values = by_model_and_city(results, {"mean_score_math", "mean_score_ela"});
  section.figures.push_back(trajectory_of(
      results,
      {"scores", fmt::format("Mean measured score, {} [state SD]", years_text(values)),
       "Mean of mathematics and ELA; 0 is the state's mean.", "state SD"},
      values));
}

void add_gap(Section& section, const Results& results) {
  const Replicates values = poverty_gap(results);
  if (values.empty()) {
    section.missing.push_back("Fewer than four schools were tested: no gap between schools.");
    return;
  }
  section.figures.push_back(trajectory_of(
      results,
      {"poverty_gap",
       fmt::format("Gap between schools with few and with many low-income children, {} [state SD]",
                   years_text(values)),
       "Mean score of the quarter of tested children in schools with the fewest low-income "
       "children, less that of the quarter in schools with the most. It is a gap between schools; "
       "children of one school are not told apart.",
       "state SD"},
      values));
}

}  // namespace

Section achievement_section(const Results& results) {
  Section section{"achievement", "Achievement"};
  section.paragraphs.push_back(
      "Levels compare intakes as much as schools: models differ in whom they enrol. What schools "
      "add stands under growth.");
  add_or_tell(section, [&] { add_proficiency(section, results); });
  add_or_tell(section, [&] { add_scores(section, results); });
  // Which schools a nation's tables hold is asked for; none are by themselves.
  if (!results.is_nation()) add_or_tell(section, [&] { add_gap(section, results); });
  return section;
}

}  // namespace homeroom::report
