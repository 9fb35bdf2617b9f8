// Regressions against R 4.2.2 with sandwich 3.0-2, lmtest 0.9-40 and AER 1.2-10 (Debian 12):
//
//   library(sandwich); library(lmtest); library(AER); data(CASchools); data(MASchools)
//   d <- CASchools; d$str <- d$students / d$teachers; d$score <- (d$math + d$read) / 2
//   m <- lm(score ~ str + english + lunch, d)
//   coeftest(m, vcov(m)); coeftest(m, vcovHC(m, "HC1")); coeftest(m, vcovHC(m, "HC3"))
//   coeftest(m, vcovCL(m, cluster = d$county, type = "HC1"), df = 44)   # and coefci likewise
//   w <- lm(score ~ str + english + lunch, d, weights = students)       # and the four again
//   lm(score ~ str + english + lunch + log(income) + I(expenditure/1000), d)
//   lm(score4 ~ stratio + english + lunch + log(income), MASchools)
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/estimators/dummies.hpp"
#include "analysis/estimators/linear_model.hpp"
#include "analysis/estimators/linear_text.hpp"
#include "tests/support/numbers_table.hpp"

namespace homeroom::estimators {
namespace {

LinearModel california() {
  const NumbersTable table("california_schools.csv");
  LinearModel model =
      linear_model("score", (table.numbers("math") + table.numbers("read")) / 2.0,
                   {{"str", table.numbers("students").cwiseQuotient(table.numbers("teachers"))},
                    {"english", table.numbers("english")},
                    {"lunch", table.numbers("lunch")}});
  model.cluster = table.codes("county");
  return model;
}

LinearModel weighted_california() {
  LinearModel model = california();
  model.weight = NumbersTable("california_schools.csv").numbers("students");
  return model;
}

/// Within a unit of R's last digit printed.
void expect_near(double value, double of_r) { EXPECT_NEAR(value, of_r, 2e-9 * std::abs(of_r)); }

void expect_errors(const LinearModel& model, Errors errors, double str, double english,
                   double lunch) {
  const LinearFit fit = fit_linear(model, {.errors = errors});
  expect_near(fit.of("str").error, str);
  expect_near(fit.of("english").error, english);
  expect_near(fit.of("lunch").error, lunch);
  EXPECT_TRUE(fit.warnings.empty() || errors == Errors::Clustered);
}

TEST(LinearModel, GivesTheCoefficientsOfCalifornia) {
  const LinearFit fit = fit_linear(california());
  expect_near(fit.of("constant").estimate, 7.001499572e+02);
  expect_near(fit.of("str").estimate, -9.983089878e-01);
  expect_near(fit.of("english").estimate, -1.215734645e-01);
  expect_near(fit.of("lunch").estimate, -5.473454286e-01);
  expect_near(fit.r_squared, 0.774515834182);
  EXPECT_EQ(fit.rows, 420);
  EXPECT_EQ(fit.degrees, 416);
}

TEST(LinearModel, GivesTheErrorsOfCalifornia) {
  const LinearModel model = california();
  expect_errors(model, Errors::Classical, 2.387542752e-01, 3.231727813e-02, 2.159884800e-02);
  expect_errors(model, Errors::HC1, 2.700800234e-01, 3.283168185e-02, 2.410725224e-02);
  expect_errors(model, Errors::HC3, 2.737601555e-01, 3.324308288e-02, 2.432103067e-02);
  expect_errors(model, Errors::Clustered, 2.986378526e-01, 3.597761694e-02, 2.838021371e-02);
}

TEST(LinearModel, GivesTheErrorsOfWeightedCalifornia) {
  const LinearModel model = weighted_california();
  expect_near(fit_linear(model).of("str").estimate, -1.374082834e+00);
  expect_near(fit_linear(model).r_squared, 0.837034582302);
  expect_errors(model, Errors::Classical, 2.423164346e-01, 2.773735675e-02, 2.044084709e-02);
  expect_errors(model, Errors::HC1, 3.777616689e-01, 4.442506299e-02, 3.354648417e-02);
  expect_errors(model, Errors::HC3, 4.020461839e-01, 4.736566502e-02, 3.540290198e-02);
  expect_errors(model, Errors::Clustered, 3.258236085e-01, 4.647415434e-02, 3.254747169e-02);
}

TEST(LinearModel, GivesIntervalsByT) {
  const Coefficient robust = fit_linear(california()).of("str");
  expect_near(robust.t, -3.696345162e+00);
  EXPECT_NEAR(robust.p, 2.479905381e-04, 1e-12);
  expect_near(robust.low, -1.52920067262);
  expect_near(robust.high, -0.46741730290);
  const LinearFit clustered = fit_linear(california(), {.errors = Errors::Clustered});
  EXPECT_EQ(clustered.clusters, 45);
  EXPECT_EQ(clustered.degrees, 44);
  EXPECT_NEAR(clustered.of("str").p, 1.700563894e-03, 1e-11);
  expect_near(clustered.of("str").low, -1.60017403233);
}

TEST(LinearModel, KnowsIncomeAndSpendingOfCalifornia) {
  const NumbersTable table("california_schools.csv");
  const LinearFit fit = fit_linear(
      linear_model("score", (table.numbers("math") + table.numbers("read")) / 2.0,
                   {{"str", table.numbers("students").cwiseQuotient(table.numbers("teachers"))},
                    {"english", table.numbers("english")},
                    {"lunch", table.numbers("lunch")},
                    {"log income", table.numbers("income").array().log()},
                    {"$1,000", table.numbers("expenditure") / 1000.0}}));
  expect_near(fit.of("log income").estimate, 1.027267899e+01);
  expect_near(fit.of("log income").error, 1.770981667e+00);
  expect_near(fit.of("$1,000").estimate, 2.128910173e+00);
  expect_near(fit.of("$1,000").error, 8.858899948e-01);
  expect_near(fit.r_squared, 0.799018082397);
}

TEST(LinearModel, KnowsMassachusetts) {
  const NumbersTable table("massachusetts_schools.csv");
  const LinearModel model = linear_model("score4", table.numbers("score4"),
                                         {{"stratio", table.numbers("stratio")},
                                          {"english", table.numbers("english")},
                                          {"lunch", table.numbers("lunch")},
                                          {"log income", table.numbers("income").array().log()}});
  const LinearFit hc1 = fit_linear(model), hc3 = fit_linear(model, {.errors = Errors::HC3});
  expect_near(hc1.of("stratio").estimate, -6.891793630e-01);
  expect_near(hc1.of("stratio").error, 2.699725010e-01);
  expect_near(hc1.of("log income").error, 3.145721880e+00);
  expect_near(hc3.of("stratio").error, 2.779091814e-01);
  expect_near(hc3.of("english").error, 3.511809726e-01);
  expect_near(hc1.r_squared, 0.676270221088);
}

TEST(LinearModel, TellsDifferencesWithTheirError) {
  // By a change of columns: with str + lunch in place of lunch, str's coefficient is the
  // difference.
  const NumbersTable table("california_schools.csv");
  LinearModel changed = california();
  changed.x.col(3) += changed.x.col(1);
  const LinearFit fit = fit_linear(california(), {.errors = Errors::HC3});
  const Coefficient less = difference(fit, "str", "lunch");
  const Coefficient same = fit_linear(changed, {.errors = Errors::HC3}).of("str");
  EXPECT_NEAR(less.estimate, same.estimate, 1e-10);
  EXPECT_NEAR(less.error, same.error, 1e-10);
  EXPECT_NEAR(less.high, same.high, 1e-10);
  EXPECT_EQ(less.name, "str less lunch");
}

TEST(LinearModel, NamesAndDropsWhatOthersGive) {
  LinearModel model = california();
  model.names.push_back("sum");
  model.x.conservativeResize(Eigen::NoChange, 5);
  model.x.col(4) = 1e6 * (model.x.col(1) + model.x.col(3));
  const LinearFit fit = fit_linear(model);
  EXPECT_TRUE(fit.of("sum").dropped);
  EXPECT_TRUE(std::isnan(fit.of("sum").error));
  expect_near(fit.of("str").error, 2.700800234e-01);
  ASSERT_EQ(fit.warnings.size(), 1u);
  EXPECT_EQ(fit.warnings[0], "sum is given by str and lunch; dropped");
  try {
    fit_linear(model, {.collinear = Collinear::Refuse});
    FAIL() << "a collinear column was let through";
  } catch (const std::invalid_argument& error) {
    EXPECT_STREQ(error.what(), "sum is given by str and lunch; leave out one of them");
  }
}

TEST(LinearModel, ComparesWordsWithTheirBase) {
  const std::vector<Column> models =
      dummies("model", {"pilot", "charter", "pilot", "none"}, "none");
  ASSERT_EQ(models.size(), 2u);
  EXPECT_EQ(models[0].first, "model:charter");
  EXPECT_EQ(models[1].second, Eigen::Vector4d(1, 0, 1, 0));
  EXPECT_EQ(levels_of({"10", "3", "9.5", "3"}), (std::vector<std::string>{"3", "9.5", "10"}));
}

TEST(LinearModel, NamesColumnsOfZeros) {
  LinearModel model = california();
  model.x.col(2).setZero();
  EXPECT_EQ(fit_linear(model).warnings.front(), "english is 0 in every row; dropped");
}

/// Ten rows, of which the last alone has its own mark.
LinearModel with_a_row_of_its_own() {
  Eigen::VectorXd y(10), slope(10), own = Eigen::VectorXd::Zero(10);
  y << 1, 3, 2, 5, 4, 7, 5, 8, 9, 30;
  slope << 0, 1, 2, 3, 4, 5, 6, 7, 8, 9;
  own[9] = 1.0;
  return linear_model("y", y, {{"slope", slope}, {"own", own}});
}

TEST(LinearModel, GivesNoErrorToWhatARowOfLeverageOneMakes) {
  const LinearModel model = with_a_row_of_its_own();
  const LinearFit fit = fit_linear(model, {.errors = Errors::HC3});
  EXPECT_TRUE(std::isnan(fit.of("own").error));
  EXPECT_TRUE(std::isnan(fit.of("own").p));
  ASSERT_EQ(fit.warnings.size(), 1u);
  EXPECT_EQ(fit.warnings[0], "row 10 is fitted exactly (leverage 1); HC3 gives no error to own");
  // The rest is what the other nine rows say.
  const LinearFit nine =
      fit_linear(linear_model("y", model.y.head(9), {{"slope", model.x.col(1).head(9)}}),
                 {.errors = Errors::HC3});
  EXPECT_NEAR(fit.of("slope").error, nine.of("slope").error, 1e-12);
  EXPECT_NE(text_of(fit).find("own"), std::string::npos);
}

TEST(LinearModel, WarnsOfRowsOfLeverageOneUnderHC1) {
  EXPECT_EQ(fit_linear(with_a_row_of_its_own()).warnings.size(), 1u);
  EXPECT_TRUE(fit_linear(with_a_row_of_its_own(), {.errors = Errors::Classical}).warnings.empty());
}

std::string refusal(const LinearModel& model, const FitOptions& options = {}) {
  try {
    fit_linear(model, options);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "none";
}

TEST(LinearModel, RefusesWhatCannotBeFitted) {
  LinearModel model = with_a_row_of_its_own();
  model.y.setConstant(3.0);
  EXPECT_EQ(refusal(model), "y is 3 in every row; there is nothing to explain");
  model = with_a_row_of_its_own();
  model.y[2] = std::nan("");
  EXPECT_EQ(refusal(model), "y is missing: row 3");
  model = with_a_row_of_its_own();
  model.x(4, 1) = std::nan("");
  model.rows.assign(10, "line 7");
  EXPECT_EQ(refusal(model), "slope is missing: line 7");
  model = with_a_row_of_its_own();
  model.weight = Eigen::VectorXd::Ones(10);
  model.weight[0] = 0.0;
  EXPECT_EQ(refusal(model), "the weight is not above 0: row 1");
  model = with_a_row_of_its_own();
  model.cluster.assign(10, 4);
  EXPECT_NE(refusal(model, {.errors = Errors::Clustered}).find("one cluster"), std::string::npos);
  EXPECT_EQ(refusal(linear_model("y", model.y.head(2), {{"slope", model.x.col(1).head(2)}})),
            "2 rows for 2 columns; more rows than columns are needed to tell errors");
  EXPECT_EQ(refusal(linear_model(
                "y", model.y.head(2),
                {{"slope", model.x.col(1).head(2)}, {"twice", 2.0 * model.x.col(1).head(2)}})),
            "2 rows for 2 columns (1 more is given by them); more rows than columns are needed to "
            "tell errors");
}

TEST(LinearModel, PrintsItsTable) {
  const std::string text = text_of(fit_linear(california(), {.errors = Errors::Clustered}));
  EXPECT_NE(text.find("str          -0.9983      0.2986     -3.34    .002"), std::string::npos)
      << text;
  EXPECT_NE(text.find("420 rows, R2 0.775, residual SD 9.08; clustered errors of 45 clusters"),
            std::string::npos)
      << text;
  EXPECT_NE(csv_of(fit_linear(california())).find("score,str,-0.9983089878,0.2700800234,"),
            std::string::npos);
}

}  // namespace
}  // namespace homeroom::estimators
