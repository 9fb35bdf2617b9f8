// The table that a nation's run prints.
#include <fmt/format.h>

#include "sim/run/nation.hpp"
#include "sim/run/summary.hpp"

namespace homeroom {
namespace {

using Figure = double (*)(const NationSums&);

struct Printed {
  const char* title;
  int digits;
  Figure figure;
};

constexpr auto kColumns = std::to_array<Printed>(
    {{"districts", 0, [](const NationSums& of) { return static_cast<double>(of.districts); }},
     {"students", 0,
      [](const NationSums& of) { return static_cast<double>(of.schools.all.enrolment); }},
     {"schools", 0,
      [](const NationSums& of) { return static_cast<double>(of.schools.all.schools); }},
     {"proficient %", 1,
      [](const NationSums& of) {
        const SchoolSums& all = of.schools.all;
        return percent_of(all.proficient[kMath] + all.proficient[kEla],
                          all.tested[kMath] + all.tested[kEla]);
      }},
     {"turnover %", 1,
      [](const NationSums& of) {
        return percent_of(of.schools.all.departures, of.schools.all.staff_before);
      }},
     {"novices %", 1,
      [](const NationSums& of) {
        return percent_of(of.schools.all.novices, of.schools.all.teachers);
      }},
     {"USD/student", 0,
      [](const NationSums& of) { return ratio_of(of.outlay, of.schools.all.enrolment); }}});
static_assert(kColumns.size() == kNationColumns);

constexpr std::size_t kDistricts = 0;  // of the columns

std::string cell(const std::vector<NationSummary>& replicates, std::size_t size_class, bool last,
                 std::size_t column) {
  std::vector<double> values;
  for (const NationSummary& one : replicates) {
    values.push_back((last ? one.last : one.first)[size_class][column]);
  }
  const MeanAndError of = mean_and_error(values);
  return of.count == 0 ? "-" : fmt::format("{:.{}f}", of.mean, kColumns[column].digits);
}

}  // namespace

std::vector<NationFigures> figures_of(const std::vector<NationSums>& classes) {
  std::vector<NationFigures> figures(classes.size());
  for (std::size_t c = 0; c < classes.size(); ++c) {
    for (std::size_t i = 0; i < kNationColumns; ++i) figures[c][i] = kColumns[i].figure(classes[c]);
  }
  return figures;
}

std::string nation_summary_table(const std::vector<NationSummary>& replicates, const Nation& nation,
                                 int first_year, int last_year) {
  if (replicates.empty() || replicates.front().first.empty()) return {};
  std::string text = fmt::format("{:<18} {:>4}", "children", "year");
  for (const Printed& column : kColumns) text += fmt::format("  {:>12}", column.title);
  text += '\n';
  for (std::size_t c = 0; c <= nation.classes.size(); ++c) {
    if (replicates.front().first[c][kDistricts] == 0.0) continue;
    const std::string name = c < nation.classes.size() ? nation.classes[c].name : "all";
    for (const bool last : {false, true}) {
      if (last && last_year == first_year) continue;
      text += fmt::format("{:<18} {:>4}", last ? "" : name, last ? last_year : first_year);
      for (std::size_t i = 0; i < kNationColumns; ++i) {
        text += fmt::format("  {:>12}", cell(replicates, c, last, i));
      }
      text += '\n';
    }
  }
  return text;
}

}  // namespace homeroom
