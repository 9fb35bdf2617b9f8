#include <fmt/format.h>

#include "analysis/report/compare_sections.hpp"

namespace homeroom::report {
namespace {

/// One figure: its measure, and another that is drawn dashed beside it.
struct Effect {
  const char *id, *title, *measure, *line, *beside, *beside_line, *unit;
};

constexpr Effect kEffects[] = {
    {"effect_level", "True achievement of all children, difference from the base", "level_math",
     "mathematics", "level_ela", "ELA", "state SD"},
    {"effect_growth", "What a year adds, difference from the base", "latent_growth_math",
     "mathematics", "latent_growth_ela", "ELA", "state SD/year"},
    {"effect_proficiency", "Proficient children, difference from the base", "proficiency_math",
     "mathematics", "proficiency_ela", "ELA", "percentage points"},
    {"effect_gap", "Gap between low-income and other children, difference from the base",
     "gap_low_income_level_math", "mathematics", "gap_low_income_level_ela", "ELA", "state SD"},
    {"effect_autonomy", "Rights honoured and used, difference from the base", "effective_autonomy",
     "in effect", "paper_autonomy", "on paper", "share of rights"},
    {"effect_turnover", "Teachers who left their school, difference from the base",
     "teacher_turnover", "", "", "", "share"},
    {"effect_survival", "Schools still open, difference from the base", "school_survival", "", "",
     "", "share"},
    {"effect_cost", "Cost per student, difference from the base", "cost_per_pupil", "", "", "",
     "USD/student"},
};

void add_line(Figure& figure, const Differences& differences, const char* measure,
              const char* line) {
  for (const std::string& alternative : differences.alternatives()) {
    for (const int year : differences.years()) {
      const Difference* row = differences.find(alternative, year, "", measure);
      if (!row) continue;
      figure.rows.push_back({alternative, std::string(line), static_cast<double>(year),
                             row->difference, cell_of(row->low), cell_of(row->high),
                             cell_of(row->error), static_cast<double>(row->replicates)});
    }
  }
}

}  // namespace

Section effects_section(const Differences& differences) {
  Section section{"effects", "What changes, year by year"};
  section.paragraphs.push_back(fmt::format(
      "Each line is alternative less base in the whole city, mean over {} pairs of replicates with "
      "the same children, candidates and lottery numbers. 0 is no difference.",
      differences.replicates()));
  for (const Effect& effect : kEffects) {
    Figure figure = panels(
        effect.id,
        fmt::format("{}, {} to {} [{}]", effect.title, differences.years().front(),
                    differences.last_year(), effect.unit),
        fmt::format("{}Band: 95 % interval of {}paired difference (Student's t), chance alone{}.",
                    *effect.line
                        ? fmt::format("Full line {}, dashed {}. ", effect.line, effect.beside_line)
                        : "",
                    *effect.line ? "the full line's " : "the ",
                    differences.alternatives().size() > 1 ? "; grey: the others" : ""),
        effect.unit, "year", "95 % interval");
    if (*effect.beside) add_line(figure, differences, effect.beside, effect.beside_line);
    add_line(figure, differences, effect.measure, effect.line);
    if (!figure.rows.empty()) section.figures.push_back(std::move(figure));
  }
  return section;
}

}  // namespace homeroom::report
