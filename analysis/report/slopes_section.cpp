#include <fmt/format.h>

#include "analysis/report/compare_sections.hpp"

namespace homeroom::report {
namespace {

struct Slope {
  const char *id, *measure, *title, *axis;
};
constexpr Slope kSlopes[] = {
    {"slope_growth", "latent_growth_math", "What a year adds in mathematics", "state SD/year"},
    {"slope_autonomy", "effective_autonomy", "Rights honoured and used", "share of rights"}};

Figure slope_of(const Slope& slope, const Results& results, const Differences& differences,
                std::size_t number) {
  const std::string& alternative = differences.alternatives()[number];
  const int year = differences.last_year();
  Figure figure{
      fmt::format("{}_{}", slope.id, number),
      "slope",
      fmt::format("{} by model, base and {}, {} [{}]", slope.title, alternative, year, slope.axis),
      "Means over replicates of the schools that are of the model in each arm; a model "
      "may have other schools and children in the two.",
      slope.axis,
      {},
      {}};
  figure.columns = {{"label", "schools", "", false},
                    {"before", "base", slope.axis},
                    {"after", alternative, slope.axis},
                    {"low", "low of the difference, 95 % interval", slope.axis},
                    {"high", "high of the difference, 95 % interval", slope.axis}};
  figure.hints = {{"before", "base"}, {"after", alternative}};
  std::vector<std::string> groups = {""};
  groups.insert(groups.end(), results.models.begin(), results.models.end());
  for (const std::string& model : groups) {
    const Difference* row = differences.find(alternative, year, model, slope.measure);
    if (!row || 2 * row->replicates < differences.replicates()) continue;
    figure.rows.push_back({results.label(model), cell_of(row->base), cell_of(row->alternative),
                           cell_of(row->low), cell_of(row->high)});
  }
  return figure;
}

}  // namespace

Section slopes_section(const Results& results, const Differences& differences) {
  Section section{"slopes", "Base and alternative side by side"};
  for (std::size_t number = 0; number < differences.alternatives().size(); ++number) {
    for (const Slope& slope : kSlopes) {
      Figure figure = slope_of(slope, results, differences, number);
      if (!figure.rows.empty()) section.figures.push_back(std::move(figure));
    }
  }
  return section;
}

}  // namespace homeroom::report
