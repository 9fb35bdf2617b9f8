#include <fmt/format.h>

#include "analysis/report/compare_sections.hpp"
#include "analysis/report/group_gaps.hpp"
#include "analysis/report/school_counts.hpp"

namespace homeroom::report {
namespace {

struct Subject {
  const char *suffix, *name;
};
constexpr Subject kSubjects[] = {{"_math", "mathematics"}, {"_ela", "ELA"}};

void add_row(Figure& figure, const std::string& panel, const std::string& label,
             const Difference* row) {
  if (!row) return;
  figure.rows.push_back({panel, label, row->difference, cell_of(row->low), cell_of(row->high)});
}

std::string panel_name(const std::string& alternative, const Subject& subject) {
  return fmt::format("{}, {}", alternative, subject.name);
}

void add_models(Section& section, const Results& results, const Differences& differences) {
  const int year = differences.last_year();
  Figure figure = intervals(
      "who_gains",
      fmt::format("Whose children gain: true achievement by the model that the base gives them, {} "
                  "[state SD]",
                  year),
      "Each child counts under its model in the base, wherever the alternative put it, so that no "
      "intakes are mixed. Line: 95 % interval of the paired difference; hollow: 0 lies within.",
      "difference from the base [state SD]");
  for (const std::string& alternative : differences.alternatives()) {
    for (const Subject& subject : kSubjects) {
      const std::string measure = std::string("own_level") + subject.suffix;
      const std::string panel = panel_name(alternative, subject);
      add_row(figure, panel, results.whole(), differences.find(alternative, year, "", measure));
      for (const std::string& model : results.models) {
        add_row(figure, panel, results.label(model),
                differences.find(alternative, year, model, measure));
      }
    }
  }
  if (!figure.rows.empty()) section.figures.push_back(std::move(figure));
}

void add_gaps(Section& section, const Differences& differences) {
  const int year = differences.last_year();
  Figure figure = intervals(
      "gaps",
      fmt::format("Gaps between groups of children: below 0 a gap narrows, {} [state SD]", year),
      "Gap in true achievement in the whole city, alternative less base. Line: 95 % interval of "
      "the "
      "paired difference; hollow: 0 lies within.",
      "difference of the gap [state SD]");
  figure.hints["better"] = "lower";
  for (const std::string& alternative : differences.alternatives()) {
    for (const Subject& subject : kSubjects) {
      for (const GroupGap& gap : kGroupGaps) {
        const std::string measure = std::string(gap.measure) + "_level" + subject.suffix;
        add_row(figure, panel_name(alternative, subject), gap.label,
                differences.find(alternative, year, "", measure));
      }
    }
  }
  if (!figure.rows.empty()) section.figures.push_back(std::move(figure));
}

void add_schools(Section& section, const Results& results, int year) {
  Figure figure{
      "schools_split",
      "split",
      fmt::format("Schools whose children stand higher or lower than under the base, {}", year),
      "True mathematics of a school's children against the same school in the base, by "
      "the 95 % interval of the paired difference. Of a hundred schools without any "
      "change about five would be counted so. A school may have other children.",
      "schools",
      {},
      {}};
  figure.columns = {{"panel", "alternative", "", false},
                    {"label", "model under the base", "", false},
                    {"lower", "lower", "schools"},
                    {"unclear", "cannot be told", "schools"},
                    {"higher", "higher", "schools"}};
  for (const auto& [of, count] : count_schools(results, year)) {
    const std::string model =
        of.second.empty() ? "model differs by replicate" : results.label(of.second);
    figure.rows.push_back({of.first, model, static_cast<double>(count.lower),
                           static_cast<double>(count.unclear), static_cast<double>(count.higher)});
  }
  if (!figure.rows.empty()) section.figures.push_back(std::move(figure));
}

}  // namespace

Section winners_section(const Results& results, const Differences& differences) {
  Section section{"winners", "Who gains and who loses"};
  add_models(section, results, differences);
  add_gaps(section, differences);
  add_or_tell(section, [&] { add_schools(section, results, differences.last_year()); });
  return section;
}

}  // namespace homeroom::report
