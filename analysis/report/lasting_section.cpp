#include <fmt/format.h>

#include <cmath>

#include "analysis/report/run_sections.hpp"
#include "analysis/report/run_tables.hpp"
#include "analysis/report/trajectory.hpp"

namespace homeroom::report {
namespace {

struct Kind {
  const char *id, *column, *what;
};

constexpr Kind kKinds[] = {
    {"schools_kept", "school_survival", "Schools still open"},
    {"agreements_kept", "agreement_survival", "Agreements on autonomy still in force"},
    {"zones_kept", "zone_survival", "Zones and networks still in being"}};

/// True where anything ended, so that there is something to see.
bool anything_ended(const Replicates& values) {
  for (const std::string& group : values.groups()) {
    for (const int year : values.years()) {
      for (const auto& [replicate, kept] : values.of(group, year)) {
        if (kept < 1) return true;
      }
    }
  }
  return false;
}

void add_kind(Section& section, const Results& results, const Kind& kind) {
  const Replicates values = by_model(results, "sustainability.csv", {kind.column});
  if (values.empty()) return;
  if (!anything_ended(values)) {
    section.paragraphs.push_back(
        fmt::format("{}: all of them, {}, in every replicate.", kind.what, years_text(values)));
    return;
  }
  Figure figure =
      trajectory_of(results,
                    {kind.id, fmt::format("{}, {} [share]", kind.what, years_text(values)),
                     "Kaplan-Meier since the first policy year; a school that changes its model is "
                     "not counted as "
                     "closed. Steps at the end of each year.",
                     "share"},
                    values);
  figure.hints["curve"] = "step";
  figure.hints["from"] = "zero";
  section.figures.push_back(std::move(figure));
}

}  // namespace

Section lasting_section(const Results& results) {
  Section section{"lasting", "What lasted"};
  add_or_tell(section, [&] {
    for (const Kind& kind : kKinds) add_kind(section, results, kind);
  });
  return section;
}

}  // namespace homeroom::report
