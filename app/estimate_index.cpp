#include <fmt/format.h>

#include <map>

#include "analysis/estimators/text_cells.hpp"
#include "analysis/estimators/value_added.hpp"
#include "app/estimated.hpp"
#include "app/option_checks.hpp"

namespace homeroom::app {

Estimated estimate_index(const EstimateOptions& options, const EstimateTable& table) {
  using estimators::number_text, estimators::csv_cell;
  const TableColumn &estimate = *table.named_by("--index"), &error = *table.named_by("--error");
  ValueFaults faults(options, table);
  for (std::size_t i = 0; i < error.numbers.size(); ++i) {
    if (error.numbers[i] > 0.0) continue;
    faults.at(i, error.name, fmt::format("is {:g}", error.numbers[i]), "errors above 0");
  }
  Estimated estimated;
  estimated.faults = faults.take();
  if (!estimated.faults.empty()) return estimated;
  refuse_constant(estimate, "tell apart");
  const auto [near, far] = *cuts_in(options.cuts);
  std::map<int, int> rows;
  estimated.csv = "line,estimate,error,level\n";
  for (std::size_t i = 0; i < estimate.numbers.size(); ++i) {
    const double value = estimate.numbers[i], of = error.numbers[i];
    const int level = estimators::value_added_level(value, of, {near, far});
    ++rows[level];
    estimated.csv +=
        fmt::format("{},{},{},{}\n", table.lines[i], csv_cell(value), csv_cell(of), level);
  }
  estimated.text = fmt::format("{:>5}  {:>8}\n", "level", "rows");
  for (int level = 1; level <= 5; ++level) {
    estimated.text += fmt::format("{:>5}  {:>8}\n", level, rows[level]);
  }
  estimated.text +=
      fmt::format("{} over {}, cut at {:g} and {:g}\n", estimate.name, error.name, near, far);
  return estimated;
}

}  // namespace homeroom::app
