// A coefficient as a weighted sum of outcomes, against the regression itself.
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "analysis/estimators/outcome_weights.hpp"

namespace homeroom::estimators {
namespace {

LinearModel example(bool weighted) {
  constexpr Eigen::Index kRows = 12;
  Eigen::VectorXd y(kRows), one(kRows), other(kRows), sum(kRows);
  for (Eigen::Index i = 0; i < kRows; ++i) {
    y[i] = std::sin(3.0 * static_cast<double>(i));
    one[i] = static_cast<double>(i % 4 == 1);
    other[i] = static_cast<double>((5 * i) % 7);
    sum[i] = one[i] + other[i];
  }
  LinearModel model = linear_model("y", y, {{"one", one}, {"other", other}, {"sum", sum}});
  if (weighted) model.weight = Eigen::VectorXd::LinSpaced(kRows, 1.0, 9.0);
  return model;
}

TEST(OutcomeWeights, GiveTheCoefficient) {
  for (const bool weighted : {false, true}) {
    const LinearModel model = example(weighted);
    const LinearFit fit = fit_linear(model);
    for (const char* name : {kConstant, "one", "other"}) {
      EXPECT_NEAR(outcome_weights(model, name).dot(model.y), fit.of(name).estimate, 1e-12) << name;
    }
  }
}

// The weights of a column give 1 for itself and 0 for the columns beside it.
TEST(OutcomeWeights, TellTheColumnFromTheOthers) {
  const LinearModel model = example(true);
  const Eigen::VectorXd weights = outcome_weights(model, "one");
  EXPECT_NEAR(weights.dot(model.x.col(1)), 1.0, 1e-12);
  EXPECT_NEAR(weights.sum(), 0.0, 1e-12);
  EXPECT_NEAR(weights.dot(model.x.col(2)), 0.0, 1e-12);
}

TEST(OutcomeWeights, AreRefusedWhereTheColumnIsGivenByOthers) {
  EXPECT_THROW(outcome_weights(example(false), "sum"), std::invalid_argument);
  EXPECT_THROW(outcome_weights(example(false), "nobody"), std::invalid_argument);
}

}  // namespace
}  // namespace homeroom::estimators
