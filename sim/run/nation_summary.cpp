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

constexpr Printed kColumns[] = {
    {"districts", 0, [](const NationSums& of) { return static_cast<double>(of.districts); }},
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
     [](const NationSums& of) { return ratio_of(of.outlay, of.schools.all.enrolment); }}};

std::string cell(const std::vector<NationSummary>& replicates, std::size_t size_class, bool last,
                 const Printed& column) {
  std::vector<double> values;
  for (const NationSummary& one : replicates) {
    values.push_back(column.figure((last ? one.back() : one.front())[size_class]));
  }
  const MeanAndError of = mean_and_error(values);
  return of.count == 0 ? "-" : fmt::format("{:.{}f}", of.mean, column.digits);
}

}  // namespace

std::string nation_summary_table(const std::vector<NationSummary>& replicates, const Nation& nation,
                                 int first_year) {
  if (replicates.empty() || replicates.front().empty()) return {};
  const int last_year = first_year + static_cast<int>(replicates.front().size()) - 1;
  std::string text = fmt::format("{:<18} {:>4}", "children", "year");
  for (const Printed& column : kColumns) text += fmt::format("  {:>12}", column.title);
  text += '\n';
  for (std::size_t c = 0; c <= nation.classes.size(); ++c) {
    if (replicates.front().front()[c].districts == 0) continue;
    const std::string name = c < nation.classes.size() ? nation.classes[c].name : "all";
    for (const bool last : {false, true}) {
      if (last && last_year == first_year) continue;
      text += fmt::format("{:<18} {:>4}", last ? "" : name, last ? last_year : first_year);
      for (const Printed& column : kColumns) {
        text += fmt::format("  {:>12}", cell(replicates, c, last, column));
      }
      text += '\n';
    }
  }
  return text;
}

}  // namespace homeroom
