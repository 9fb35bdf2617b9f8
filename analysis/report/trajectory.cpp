#include "analysis/report/trajectory.hpp"

#include <fmt/format.h>

#include <limits>

namespace homeroom::report {
namespace {

std::vector<Cell> row_of(const std::string& series, const std::string& line, int year,
                         const Summary& summary, bool band) {
  return {series,
          line,
          static_cast<double>(year),
          cell_of(summary.mean),
          band ? cell_of(summary.low) : Cell(),
          band ? cell_of(summary.high) : Cell(),
          cell_of(summary.error),
          static_cast<double>(summary.replicates)};
}

}  // namespace

void add_line(Figure& figure, const Results& results, const Replicates& values,
              const std::string& line, bool band) {
  std::vector<std::string> groups = {""};
  groups.insert(groups.end(), results.models.begin(), results.models.end());
  const int most = values.replicates();
  for (const std::string& group : groups) {
    for (const int year : values.years()) {
      const Lives& lives = values.of(group, year);
      if (lives.empty() || 2 * static_cast<int>(lives.size()) < most) continue;
      figure.rows.push_back(row_of(results.label(group), line, year, spread_of(lives), band));
    }
  }
}

Figure trajectory_of(const Results& results, const Trajectory& what, const Replicates& values,
                     const std::string& line) {
  const std::string band = band_words(values.replicates());
  Figure figure = panels(what.id, what.title,
                         fmt::format("{}{}Line: mean of {} replicates; band: {}{}.", what.about,
                                     what.about.empty() ? "" : " ", values.replicates(), band,
                                     values.groups().size() > 1 ? "; grey: the others" : ""),
                         what.axis, "year", band);
  add_line(figure, results, values, line, true);
  return figure;
}

std::string years_text(const Replicates& values) {
  const std::vector<int> years = values.years();
  if (years.empty()) return "no year";
  if (years.size() == 1) return fmt::format("{}", years.front());
  return fmt::format("{} to {}", years.front(), years.back());
}

}  // namespace homeroom::report
