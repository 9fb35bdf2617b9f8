#include "analysis/estimators/nested_effects.hpp"

#include <cmath>

#include "analysis/estimators/minimise.hpp"

namespace homeroom::estimators {
namespace {

/// Members' weighted sums, gathered until their unit ends; then the unit's own effect is taken out.
struct Gathering {
  Eigen::VectorXd sums;
  double weight = 0;
  explicit Gathering(Eigen::Index columns) : sums(Eigen::VectorXd::Zero(columns)) {}
  /// Rank-one correction for an effect of variance `ratio` that all members share; what is left
  /// are the sums weighted by the corrected inverse.
  void close(double ratio, Eigen::MatrixXd& crossproduct, double& log_determinant) {
    const double factor = 1.0 + ratio * weight;
    crossproduct.noalias() -= ratio / factor * sums * sums.transpose();
    log_determinant += std::log(factor);
    sums /= factor;
    weight /= factor;
  }
  void take(const Gathering& member) {
    sums += member.sums;
    weight += member.weight;
  }
  void clear() {
    sums.setZero();
    weight = 0;
  }
};

}  // namespace

NestedLikelihood::NestedLikelihood(const NestedSample& sample)
    : children_(static_cast<double>(sample.y.size())) {
  Eigen::MatrixXd all(sample.y.size(), sample.x.cols() + 1);
  all << sample.x, sample.y;
  crossproduct_ = all.transpose() * all;
  for (Eigen::Index row = 0; row < all.rows(); ++row) {
    const auto i = static_cast<std::size_t>(row);
    if (row == 0 || sample.classes[i] != sample.classes[i - 1]) {
      classes_.push_back(
          {Eigen::VectorXd::Zero(all.cols()), 0, sample.teachers[i], sample.schools[i]});
    }
    classes_.back().sums += all.row(row).transpose();
    ++classes_.back().children;
  }
}

NestedLikelihood::Weighted NestedLikelihood::weigh(const Ratios& ratios) const {
  Weighted weighted{crossproduct_, 0};
  const Eigen::Index columns = crossproduct_.cols();
  Gathering one(columns), teacher(columns), school(columns);
  const auto close = [&](Gathering& unit, double ratio) {
    unit.close(ratio, weighted.crossproduct, weighted.log_determinant);
  };
  for (std::size_t i = 0; i < classes_.size(); ++i) {
    one.sums = classes_[i].sums;
    one.weight = classes_[i].children;
    close(one, ratios[0]);
    teacher.take(one);
    const bool last = i + 1 == classes_.size();
    const bool school_ends = last || classes_[i + 1].school != classes_[i].school;
    if (!school_ends && classes_[i + 1].teacher == classes_[i].teacher) continue;
    close(teacher, ratios[1]);
    school.take(teacher);
    teacher.clear();
    if (!school_ends) continue;
    close(school, ratios[2]);
    school.clear();
  }
  return weighted;
}

double NestedLikelihood::criterion(const Ratios& ratios) const { return effects(ratios).criterion; }

NestedEffects NestedLikelihood::effects(const Ratios& ratios) const {
  const Weighted weighted = weigh(ratios);
  const Eigen::Index p = crossproduct_.cols() - 1;
  const Eigen::MatrixXd information = weighted.crossproduct.topLeftCorner(p, p);
  const Eigen::VectorXd with_y = weighted.crossproduct.topRightCorner(p, 1);
  const Eigen::LDLT<Eigen::MatrixXd> solver(information);
  NestedEffects effects;
  effects.coefficients = solver.solve(with_y);
  const double free = children_ - static_cast<double>(p);
  const double variance = (weighted.crossproduct(p, p) - with_y.dot(effects.coefficients)) / free;
  effects.residual_sd = std::sqrt(variance);
  effects.class_sd = std::sqrt(variance * ratios[0]);
  effects.teacher_sd = std::sqrt(variance * ratios[1]);
  effects.school_sd = std::sqrt(variance * ratios[2]);
  effects.criterion =
      weighted.log_determinant + free * std::log(variance) + solver.vectorD().array().log().sum();
  return effects;
}

NestedEffects estimate_nested_effects(const NestedSample& sample) {
  const NestedLikelihood likelihood(sample);
  const auto ratios = [](const std::vector<double>& logs) {
    return NestedLikelihood::Ratios{std::exp(logs[0]), std::exp(logs[1]), std::exp(logs[2])};
  };
  const Minimum best =
      minimise([&](const std::vector<double>& logs) { return likelihood.criterion(ratios(logs)); },
               {-4.0, -3.5, -4.0}, 1.0, 1e-4);
  NestedEffects effects = likelihood.effects(ratios(best.at));
  effects.evaluations = best.evaluations;
  return effects;
}

}  // namespace homeroom::estimators
