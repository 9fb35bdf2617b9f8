#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include "analysis/estimators/dummies.hpp"
#include "analysis/estimators/growth_percentiles.hpp"
#include "analysis/estimators/median_interval.hpp"
#include "analysis/estimators/text_cells.hpp"
#include "app/estimated.hpp"

namespace homeroom::app {
namespace {

using estimators::GrowthPercentiles;
using estimators::ScoreHistories;

constexpr double kConfidence = 0.95;
/// Fewer make ranks that are too high: by .75 in the mean of a thousand rows with two scores
/// before (docs/estimators/growth_percentiles.md).
constexpr int kFewest = 1000;

/// Rows by the group within which they are ranked: "" where all are one.
std::vector<std::string> groups_of(const EstimateTable& table) {
  const TableColumn* within = table.named_by("--within");
  return within ? within->words : std::vector<std::string>(table.lines.size());
}

std::vector<ScoreHistories> histories_of(const EstimateTable& table,
                                         const std::vector<std::string>& groups,
                                         const std::vector<std::string>& levels) {
  const TableColumn& now = *table.named_by("--growth-percentiles");
  std::vector<const TableColumn*> before;
  for (const TableColumn& column : table.others) {
    if (column.option == "--prior") before.push_back(&column);
  }
  std::vector<ScoreHistories> histories(levels.size());
  for (std::size_t i = 0; i < table.lines.size(); ++i) {
    const auto group = static_cast<std::size_t>(std::find(levels.begin(), levels.end(), groups[i]) -
                                                levels.begin());
    ScoreHistories& one = histories[group];
    one.grade = static_cast<int>(group);
    const TableColumn* within = table.named_by("--within");
    one.label = within ? fmt::format("{} {}", within->name, levels[group]) : now.name;
    one.row.push_back(i);
    one.score.push_back(now.numbers[i]);
    for (std::size_t e = 0; e < one.earlier.size(); ++e) {
      one.earlier[e].push_back(e < before.size() ? before[e]->numbers[i]
                                                 : std::numeric_limits<double>::quiet_NaN());
    }
  }
  return histories;
}

/// Medians by the column of --by, or of all rows.
std::string medians_text(const EstimateTable& table, const GrowthPercentiles& growth) {
  using estimators::number_text;
  const TableColumn* by = table.named_by("--by");
  std::map<std::string, std::vector<double>> percentiles;
  for (std::size_t i = 0; i < growth.percentile.size(); ++i) {
    if (growth.percentile[i] == panel::kNobody) continue;
    percentiles[by ? by->words[i] : "all rows"].push_back(growth.percentile[i]);
  }
  std::vector<std::string> names;
  std::size_t width = 8;
  for (const auto& [name, values] : percentiles) names.push_back(name);
  if (by) names = estimators::levels_of(names);
  for (const std::string& name : names) width = std::max(width, estimators::width_of(name));
  std::string text = fmt::format("{}  {:>8}  {:>8}  {:>10}  {:>10}\n",
                                 estimators::padded(by ? by->name : "", width), "rows", "median",
                                 "95 % low", "high");
  for (const std::string& name : names) {
    const auto about = estimators::median_interval(percentiles[name], kConfidence);
    text += fmt::format("{}  {:>8}  {:>8}  {:>10}  {:>10}\n", estimators::padded(name, width),
                        percentiles[name].size(), fmt::format("{:g}", about.median),
                        number_text(about.low), number_text(about.high));
  }
  return text;
}

std::string csv_of(const EstimateTable& table, const GrowthPercentiles& growth) {
  const TableColumn* by = table.named_by("--by");
  std::string text = fmt::format("line,growth_percentile,prior_scores{}\n",
                                 by ? fmt::format(",{}", estimators::csv_cell(by->name)) : "");
  for (std::size_t i = 0; i < growth.percentile.size(); ++i) {
    const bool ranked = growth.percentile[i] != panel::kNobody;
    text += fmt::format("{},{},{}{}\n", table.lines[i],
                        ranked ? std::to_string(growth.percentile[i]) : "", growth.earlier[i],
                        by ? fmt::format(",{}", estimators::csv_cell(by->words[i])) : "");
  }
  return text;
}

}  // namespace

Estimated estimate_growth(const EstimateOptions& options, const EstimateTable& table) {
  for (const TableColumn& column : table.others) {
    if (!column.is_words) refuse_constant(column, "rank by");
  }
  const std::vector<std::string> groups = groups_of(table);
  const std::vector<std::string> levels = estimators::levels_of(groups);
  const int fewest = options.fewest.value_or(kFewest);
  Estimated estimated;
  std::vector<ScoreHistories> norms;
  for (ScoreHistories& one : histories_of(table, groups, levels)) {
    if (static_cast<int>(one.row.size()) >= fewest) {
      norms.push_back(std::move(one));
      continue;
    }
    estimated.warnings.push_back(
        fmt::format("{}: {} rows are fewer than {} (--fewest); they have no percentile", one.label,
                    one.row.size(), fewest));
  }
  if (norms.empty()) {
    throw std::invalid_argument(
        fmt::format("no group has {} rows to rank among each other (--fewest)", fewest));
  }
  const GrowthPercentiles growth = estimators::percentiles_among(norms, table.lines.size(), fewest);
  estimated.warnings.insert(estimated.warnings.end(), growth.warnings.begin(),
                            growth.warnings.end());
  estimated.text = medians_text(table, growth);
  estimated.csv = csv_of(table, growth);
  return estimated;
}

}  // namespace homeroom::app
