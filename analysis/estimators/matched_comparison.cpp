#include "analysis/estimators/matched_comparison.hpp"

#include <fmt/format.h>

#include <map>
#include <stdexcept>

#include "analysis/estimators/child_columns.hpp"
#include "analysis/estimators/panel_years.hpp"

namespace homeroom::estimators {
namespace {

constexpr const char* kModel = "model";

/// A child in the regression; a twin once, however many children it stands beside.
struct WeighedChild {
  TwinCandidate child;
  double weight = 0;
  bool of_model = false;
};

std::vector<WeighedChild> weighed(const std::vector<Twins>& all) {
  std::vector<WeighedChild> rows;
  std::map<std::size_t, WeighedChild> twins;
  for (const Twins& of : all) {
    if (of.twins.empty()) continue;
    rows.push_back({of.child, 1.0, true});
    for (const TwinCandidate& twin : of.twins) {
      WeighedChild& one = twins[twin.row];
      one.child = twin;
      one.weight += 1.0 / static_cast<double>(of.twins.size());
    }
  }
  for (const auto& [row, twin] : twins) rows.push_back(twin);
  return rows;
}

double gap_of(const std::vector<WeighedChild>& rows) {
  double gap = 0, children = 0;
  for (const WeighedChild& one : rows) {
    const double growth = one.child.score - one.child.score_before;
    gap += one.of_model ? growth : -one.weight * growth;
    children += one.of_model ? 1.0 : 0.0;
  }
  return gap / children;
}

LinearModel regression(const std::vector<WeighedChild>& rows, double years,
                       const MatchedControls& controls) {
  const auto n = static_cast<Eigen::Index>(rows.size());
  Eigen::VectorXd growth(n), of_model(n), score(n), weight(n);
  std::vector<TwinCandidate> children;
  std::vector<int> school;
  for (Eigen::Index i = 0; i < n; ++i) {
    const WeighedChild& one = rows[static_cast<std::size_t>(i)];
    growth[i] = (one.child.score - one.child.score_before) / years;
    of_model[i] = one.of_model ? 1.0 : 0.0;
    score[i] = one.child.score_before;
    weight[i] = one.weight;
    children.push_back(one.child);
    school.push_back(one.child.school);
  }
  std::vector<Column> columns = {{kModel, of_model}, {"score_before", score}};
  for (Column& one : controls(children)) columns.push_back(std::move(one));
  LinearModel model = linear_model("growth", growth, columns);
  model.weight = weight;
  model.cluster = school;
  return model;
}

void count(const std::vector<Twins>& all, std::size_t rows, MatchedComparison& comparison) {
  std::size_t pairs = 0;
  for (const Twins& of : all) {
    comparison.matched += of.twins.empty() ? 0 : 1;
    pairs += of.twins.size();
  }
  comparison.children = static_cast<int>(all.size());
  comparison.twins = static_cast<int>(rows) - comparison.matched;
  comparison.twins_a_child = static_cast<double>(pairs) / comparison.matched;
}

}  // namespace

MatchedComparison compare_with_twins(const std::vector<Twins>& all, double years,
                                     const MatchedControls& controls) {
  const std::vector<WeighedChild> rows = weighed(all);
  if (rows.empty()) {
    throw std::invalid_argument(
        fmt::format("none of {} children has a twin; there is nothing to compare", all.size()));
  }
  MatchedComparison comparison;
  count(all, rows.size(), comparison);
  comparison.gap = gap_of(rows) / years;
  const LinearFit fit = fit_linear(regression(rows, years, controls), {Errors::Clustered});
  comparison.effect = fit.of(kModel);
  comparison.warnings = fit.warnings;
  if (comparison.matched < comparison.children) {
    comparison.warnings.push_back(
        fmt::format("{} of {} children have no twin, and no part in the estimate",
                    comparison.children - comparison.matched, comparison.children));
  }
  return comparison;
}

MatchedComparison matched_comparison(const panel::Panel& panel, const TwinQuestion& question) {
  const std::vector<Twins> all = virtual_twins(panel, question);
  const panel::Students& before = year_of(panel, question.before).students;
  return compare_with_twins(all, question.year - question.before, [&](const auto& children) {
    std::vector<std::size_t> rows;
    for (const TwinCandidate& child : children) rows.push_back(child.row_before);
    std::vector<Column> columns = grade_columns(before, rows);
    for (Column& one : trait_columns(before, rows)) columns.push_back(std::move(one));
    return columns;
  });
}

}  // namespace homeroom::estimators
