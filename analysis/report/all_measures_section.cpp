#include <fmt/format.h>

#include <algorithm>

#include "analysis/report/compare_sections.hpp"
#include "sim/core/words.hpp"

namespace homeroom::report {

Section all_measures_section(const Differences& differences) {
  Section section{"measures", "Every measure of the whole city"};
  const int year = differences.last_year();
  Figure table = table_of(
      "measures_table", fmt::format("Paired differences in {}, whole city", year),
      "Alternative less base; 95 % interval over pairs of replicates. Many measures are compared: "
      "of a hundred intervals five miss what they are about.",
      {{"alternative", "alternative", "", false},
       {"measure", "measure", "", false},
       {"unit", "unit", "", false},
       {"base", "base", ""},
       {"changed", "alternative", ""},
       {"difference", "difference", ""},
       {"low", "low", ""},
       {"high", "high", ""}});
  table.hints["closed"] = "yes";
  for (const std::string& alternative : differences.alternatives()) {
    for (const std::string& measure : differences.measures()) {
      const Difference* row = differences.find(alternative, year, "", measure);
      if (!row) continue;
      table.rows.push_back({alternative, with_blanks(measure), row->unit, cell_of(row->base),
                            cell_of(row->alternative), cell_of(row->difference), cell_of(row->low),
                            cell_of(row->high)});
    }
  }
  section.figures.push_back(std::move(table));
  return section;
}

}  // namespace homeroom::report
