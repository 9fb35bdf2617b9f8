#include <fmt/format.h>

#include "analysis/report/run_sections.hpp"
#include "analysis/report/run_tables.hpp"
#include "analysis/report/trajectory.hpp"

namespace homeroom::report {
namespace {

void add_spending(Section& section, const Results& results) {
  const Replicates values = by_model_and_city(results, {"spending_per_pupil"});
  section.figures.push_back(trajectory_of(
      results,
      {"spending", fmt::format("Spending per student, {} [USD]", years_text(values)),
       "What schools spend in the year; of the whole city all outlay over all children.",
       "USD/student"},
      values));
}

void add_balance(Section& section, const Results& results) {
  Replicates values;
  add_city(values, results, results.whole_table(), {"balance"});
  section.figures.push_back(trajectory_of(
      results,
      {"balance",
       fmt::format("Balance of the district, or of all districts, at the end of the year, {} [USD]",
                   years_text(values)),
       "Without the schools' own balances.", "USD"},
      values));
}

}  // namespace

Section money_section(const Results& results) {
  Section section{"money", "Money"};
  add_or_tell(section, [&] { add_spending(section, results); });
  add_or_tell(section, [&] { add_balance(section, results); });
  return section;
}

}  // namespace homeroom::report
