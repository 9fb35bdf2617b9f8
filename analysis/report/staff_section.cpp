#include <fmt/format.h>

#include "analysis/report/run_sections.hpp"
#include "analysis/report/run_tables.hpp"
#include "analysis/report/trajectory.hpp"

namespace homeroom::report {
namespace {

void add_share(Section& section, const Results& results, const char* column, const char* title) {
  const Replicates values = by_model_and_city(results, {column});
  Figure figure = trajectory_of(
      results, {column, fmt::format("{}, {} [share]", title, years_text(values)), "", "share"},
      values);
  figure.hints["from"] = "zero";
  section.figures.push_back(std::move(figure));
}

}  // namespace

Section staff_section(const Results& results) {
  Section section{"staff", "Teachers and principals"};
  add_or_tell(section, [&] {
    add_share(section, results, "teacher_turnover", "Teachers of last year who left their school");
    add_share(section, results, "principal_turnover", "Schools with a new principal");
  });
  return section;
}

}  // namespace homeroom::report
