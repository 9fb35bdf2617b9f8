#include <fmt/format.h>

#include "analysis/report/group_gaps.hpp"
#include "analysis/report/run_sections.hpp"
#include "analysis/report/trajectory.hpp"

namespace homeroom::report {
namespace {

void add_gap(Section& section, const Results& results, const GroupGap& gap,
             const GroupMeans& levels, const GroupMeans& scores) {
  const Replicates truth = levels.gap(gap), measured = scores.gap(gap);
  if (truth.empty()) {
    section.missing.push_back(fmt::format("Not both in the city: {}.", gap.label));
    return;
  }
  const std::string band = band_words(truth.replicates());
  Figure figure = panels(
      gap.measure, fmt::format("Gap between {}, {} [state SD]", gap.label, years_text(truth)),
      fmt::format(
          "Mean of {} children less that of {} children in schools of the same model, "
          "mean of mathematics and ELA. Full line: true achievement of all children; dashed: "
          "measured scores of tested children. Mean over {} replicates; band of the full "
          "line: {}; grey: the others.",
          gap.ahead_words, gap.behind_words, truth.replicates(), band),
      "state SD", "year", band);
  add_line(figure, results, measured, "measured", false);
  add_line(figure, results, truth, "true", true);
  section.figures.push_back(std::move(figure));
}

}  // namespace

Section gaps_section(const Results& results) {
  Section section{"gaps", "Gaps between groups of children"};
  section.paragraphs.push_back(
      "A gap within a model depends on whom it enrols; whether a policy narrows gaps is the "
      "comparison's to say, which follows the same children.");
  add_or_tell(section, [&] {
    const GroupMeans levels(results, "truth_groups.csv", {"level_math", "level_ela"});
    const GroupMeans scores(results, "groups.csv", {"mean_score_math", "mean_score_ela"});
    for (const GroupGap& gap : kGroupGaps) add_gap(section, results, gap, levels, scores);
  });
  return section;
}

}  // namespace homeroom::report
