#include <fmt/format.h>

#include "analysis/report/run_sections.hpp"
#include "analysis/report/run_tables.hpp"
#include "analysis/report/trajectory.hpp"

namespace homeroom::report {

Section autonomy_section(const Results& results) {
  Section section{"autonomy", "Autonomy on paper and in effect"};
  add_or_tell(section, [&] {
    const char* table = "truth_sustainability.csv";
    const Replicates paper = by_model(results, table, {"paper_autonomy"});
    const Replicates effective = by_model(results, table, {"effective_autonomy"});
    const std::string band = band_words(effective.replicates());
    Figure figure = panels(
        "autonomy_lines",
        fmt::format("Rights on paper (dashed) and rights honoured and used (full line), {} [share]",
                    years_text(effective)),
        fmt::format("Rank-weighted rights of 1; the distance of the lines is what friction, "
                    "refusal and rights not taken up cost. Mean over {} replicates; band of the "
                    "full line: {}; grey: the others.",
                    effective.replicates(), band),
        "share of rights", "year", band);
    add_line(figure, results, paper, "on paper", false);
    add_line(figure, results, effective, "in effect", true);
    figure.hints["from"] = "zero";
    section.figures.push_back(std::move(figure));
  });
  return section;
}

}  // namespace homeroom::report
