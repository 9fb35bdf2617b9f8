#include "analysis/estimators/two_stage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "analysis/estimators/robust_covariance.hpp"
#include "analysis/estimators/within_cells.hpp"

namespace homeroom::estimators {
namespace {

/// A regression of the model's rows, cells or a constant being taken care of; controls first, so
/// that they are never dropped for what comes behind them.
LinearModel regression(const InstrumentedModel& model, const std::string& outcome,
                       const Eigen::VectorXd& y, const std::vector<Column>& last) {
  if (y.size() > 0 && y.maxCoeff() == y.minCoeff()) {
    throw std::invalid_argument(
        fmt::format("{} is {:g} in every row; there is nothing to explain", outcome, y[0]));
  }
  std::vector<Column> columns = model.controls;
  columns.insert(columns.end(), last.begin(), last.end());
  LinearModel linear = linear_model(outcome, y, columns);
  linear.cluster = model.cluster;
  if (model.cell.empty()) return linear;
  if (model.cell.size() != static_cast<std::size_t>(y.size())) {
    throw std::invalid_argument("the parts of the regression differ in length");
  }
  for (Eigen::Index j = 1; j < linear.x.cols(); ++j) {
    linear.x.col(j - 1) = less_cell_means(linear.x.col(j), model.cell);
  }
  linear.x.conservativeResize(Eigen::NoChange, linear.x.cols() - 1);
  linear.names.erase(linear.names.begin());
  linear.y = less_cell_means(y, model.cell);
  linear.absorbed = numbered(model.cell).count;
  return linear;
}

std::vector<std::string> names_of(const std::vector<Column>& columns) {
  std::vector<std::string> names;
  for (const Column& column : columns) names.push_back(column.first);
  return names;
}

void refuse_no_instrument(const InstrumentedModel& model, const LinearFit& first) {
  const bool any =
      std::any_of(model.instruments.begin(), model.instruments.end(),
                  [&](const Column& column) { return !first.of(column.first).dropped; });
  if (any) return;
  throw std::invalid_argument(
      fmt::format("no instrument of {} varies beside the controls; there is nothing to learn from",
                  model.treatment.first));
}

void add_once(const std::vector<std::string>& some, std::vector<std::string>& all) {
  for (const std::string& one : some) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  }
}

}  // namespace

TwoStageFit two_stage(const InstrumentedModel& model, Errors errors) {
  const std::string& name = model.treatment.first;
  const LinearModel first = regression(model, name, model.treatment.second, model.instruments);
  TwoStageFit found;
  found.first = fit_linear(first, {errors});
  refuse_no_instrument(model, found.first);
  found.strength = wald_test(found.first, names_of(model.instruments));

  LinearModel second = regression(model, model.outcome, model.y, {model.treatment});
  second.observed = second.x;
  second.x.col(second.x.cols() - 1) = first.y - found.first.residuals;
  found.second = fit_linear(second, {errors});
  found.effect = found.second.of(name);
  add_once(found.first.warnings, found.warnings);
  add_once(found.second.warnings, found.warnings);
  if (found.strength.f < kWeakInstruments) {
    found.warnings.push_back(
        fmt::format("instruments of {} are weak (F {:.1f}, below {:g}): its effect is drawn to the "
                    "plain difference, and its interval covers less often than it says",
                    name, found.strength.f, kWeakInstruments));
  }
  return found;
}

LinearFit reduced_form(const InstrumentedModel& model, Errors errors) {
  return fit_linear(regression(model, model.outcome, model.y, model.instruments), {errors});
}

}  // namespace homeroom::estimators
