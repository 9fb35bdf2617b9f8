// Two-stage least squares against R 4.2.2 with AER 1.2-10 and sandwich 3.0-2 (Debian 12):
//
//   library(AER); data(CigarettesSW); d <- CigarettesSW
//   d$lp <- log(d$packs); d$lr <- log(d$price/d$cpi); d$li <- log(d$income/d$population/d$cpi)
//   d$tdiff <- (d$taxs - d$tax)/d$cpi; d$rtax <- d$tax/d$cpi; e <- d[d$year == 1995, ]
//   m <- ivreg(lp ~ lr + li | li + tdiff + rtax, data = e)
//   coeftest(m); coeftest(m, vcovHC(m, "HC1"))
//   f <- lm(lr ~ li + tdiff + rtax, e)
//   waldtest(f, . ~ . - tdiff - rtax, vcov = vcovHC(f, "HC1"), test = "F")
//   c <- ivreg(lp ~ lr + li | li + rtax, data = d)
//   coeftest(c, vcovCL(c, cluster = d$state, type = "HC1"), df = 47)
//   s <- ivreg(lp ~ lr + li + state | li + rtax + state, data = d)
//   coeftest(s); coeftest(s, vcovHC(s, "HC1"))
//   coeftest(s, vcovCL(s, cluster = d$state, type = "HC1"), df = 47)
//   r <- lm(lp ~ rtax + li + state, d); coeftest(r, vcovHC(r, "HC1"))
#include "analysis/estimators/two_stage.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "tests/support/numbers_table.hpp"

namespace homeroom::estimators {
namespace {

/// Demand for cigarettes; `last`: of 1995 alone.
InstrumentedModel cigarettes(bool last) {
  const NumbersTable table("cigarettes.csv");
  const Eigen::VectorXd year = table.numbers("year");
  std::vector<Eigen::Index> rows;
  for (Eigen::Index i = 0; i < year.size(); ++i) {
    if (!last || year[i] == 1995) rows.push_back(i);
  }
  const auto column = [&](const std::string& name) {
    return Eigen::ArrayXd(table.numbers(name)(rows).array());
  };
  const Eigen::ArrayXd cpi = column("cpi");
  InstrumentedModel model;
  model.outcome = "packs";
  model.y = column("packs").log().matrix();
  model.treatment = {"price", (column("price") / cpi).log().matrix()};
  model.controls = {{"income", (column("income") / column("population") / cpi).log().matrix()}};
  model.instruments = {{"tax", (column("tax") / cpi).matrix()}};
  if (last) {
    model.instruments.emplace_back("sales", ((column("taxs") - column("tax")) / cpi).matrix());
  } else {
    model.cluster = table.codes("state");
  }
  return model;
}

void expect_near(double value, double of_r) { EXPECT_NEAR(value, of_r, 2e-9 * std::abs(of_r)); }

TEST(TwoStage, GivesTheDemandForCigarettes) {
  const TwoStageFit found = two_stage(cigarettes(true), Errors::HC1);
  expect_near(found.effect.estimate, -1.277424133427);
  expect_near(found.effect.error, 0.2496100004);
  expect_near(found.second.of("income").estimate, 0.280404825083);
  expect_near(found.second.of("income").error, 0.2538896534);
  expect_near(found.second.of(kConstant).estimate, 9.894955541155);
  EXPECT_NEAR(found.strength.f, 209.67627, 5e-6);
  EXPECT_EQ(found.strength.degrees, 2);
  EXPECT_TRUE(found.warnings.empty());
  expect_near(two_stage(cigarettes(true), Errors::Classical).effect.error, 0.2631985903);
}

TEST(TwoStage, KnowsErrorsByCluster) {
  const TwoStageFit found = two_stage(cigarettes(false), Errors::Clustered);
  expect_near(found.effect.estimate, -1.2411851309);
  expect_near(found.effect.error, 0.1906719179);
  EXPECT_EQ(found.second.degrees, 47);
}

TEST(TwoStage, TakesCellsOutAsDummiesWould) {
  InstrumentedModel model = cigarettes(false);
  model.cell = model.cluster;
  const TwoStageFit robust = two_stage(model, Errors::HC1);
  expect_near(robust.effect.estimate, -1.363161633406);
  expect_near(robust.effect.error, 0.173402797585);
  EXPECT_EQ(robust.second.degrees, 96 - 50);
  expect_near(robust.second.of("income").error, 0.246992903675);
  expect_near(two_stage(model, Errors::Classical).effect.error, 0.141500417457);
  expect_near(two_stage(model, Errors::Clustered).effect.error, 0.246529544644);
  const LinearFit reduced = reduced_form(model, Errors::HC1);
  expect_near(reduced.of("tax").estimate, -0.0169368546109);
  expect_near(reduced.of("tax").error, 0.00280162878957);
  expect_near(robust.first.of("tax").error, 0.00115834210971);
}

TEST(TwoStage, IsTheReducedFormOverTheFirstStage) {
  const InstrumentedModel model = cigarettes(false);
  const TwoStageFit found = two_stage(model, Errors::HC1);
  const double ratio =
      reduced_form(model, Errors::HC1).of("tax").estimate / found.first.of("tax").estimate;
  EXPECT_NEAR(found.effect.estimate, ratio, 1e-10);
}

TEST(TwoStage, WarnsOfWeakInstrumentsAndRefusesNone) {
  InstrumentedModel model = cigarettes(false);
  for (Eigen::Index i = 0; i < model.y.size(); ++i) {
    model.instruments[0].second[i] = static_cast<double>((i * 37) % 11);
  }
  const TwoStageFit weak = two_stage(model, Errors::HC1);
  EXPECT_LT(weak.strength.f, kWeakInstruments);
  ASSERT_FALSE(weak.warnings.empty());
  EXPECT_NE(weak.warnings.back().find("instruments of price are weak"), std::string::npos);
  model.instruments[0].second = 2.0 * model.controls[0].second;
  EXPECT_THROW(two_stage(model, Errors::HC1), std::invalid_argument);
  EXPECT_THROW(two_stage(cigarettes(false), Errors::HC3), std::invalid_argument);
}

TEST(WithinCells, LeavesNothingOfWhatOnlyCellsVary) {
  InstrumentedModel model = cigarettes(false);
  model.cell = model.cluster;
  Eigen::VectorXd state(model.y.size());
  for (Eigen::Index i = 0; i < state.size(); ++i) {
    state[i] = 0.1 * model.cluster[static_cast<std::size_t>(i)];
  }
  model.controls.emplace_back("state", state);
  const TwoStageFit found = two_stage(model, Errors::HC1);
  EXPECT_TRUE(found.second.of("state").dropped);
  expect_near(found.effect.error, 0.173402797585);
}

}  // namespace
}  // namespace homeroom::estimators
