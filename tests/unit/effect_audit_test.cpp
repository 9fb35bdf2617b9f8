// What an audit says over replicates, by hand: years attended as a ratio of means, and warnings.
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/truth/effect_text.hpp"

namespace homeroom::truth {
namespace {

EffectReplicate replicate(std::uint32_t number, double taught, double attended, double year) {
  EffectReplicate one;
  one.number = number;
  one.estimates.resize(kMethods);
  one.truth.value.fill(std::nan(""));
  one.truth.value[static_cast<std::size_t>(Estimand::OfferMath)] = taught;
  one.truth.value[static_cast<std::size_t>(Estimand::YearMath)] = taught / attended;
  one.truth.attended = attended;
  one.truth.matched = {0.5, 0.25};
  EffectEstimate& of_year = one.estimates[static_cast<std::size_t>(Method::YearMath)];
  of_year = {year, 0.01, year - 0.02, year + 0.02, {}};
  return one;
}

EffectAudit audit_of_three() {
  return {"city",
          "pilot",
          "traditional",
          2012,
          {replicate(1, 0.06, 0.8, 0.10), replicate(2, 0.03, -0.1, 0.12),
           replicate(3, 0.09, 0.8, 0.11)}};
}

TEST(EffectAudit, TellsAYearThereAsARatioOfMeans) {
  const MethodSummary year = summary_of(audit_of_three(), Method::YearMath);
  // The second replicate, in which an offer kept children away, counts as the others do.
  EXPECT_EQ(year.truth.count, 3);
  EXPECT_NEAR(year.truth.mean, 0.18 / 1.5, 1e-12);
  // Residuals 0.06 - 0.12 x 0.8 = -0.036, 0.042, -0.006; their squares sum to 0.003096.
  EXPECT_NEAR(year.truth.error, std::sqrt(0.003096 / 2.0 / 3.0) / 0.5, 1e-12);
  EXPECT_NEAR(year.gap.mean, 0.11 - 0.12, 1e-12);
  EXPECT_NEAR(summary_of(audit_of_three(), Estimand::YearMath).mean, 0.12, 1e-12);
}

TEST(EffectAudit, RepeatsWarningsOfEstimators) {
  EffectAudit audit = audit_of_three();
  const auto twin = static_cast<std::size_t>(Method::Twin);
  audit.replicates[0].estimates[twin].warnings = {"3 rows have leverage 1", "column x is dropped"};
  audit.replicates[2].estimates[twin].warnings = {"5 rows have leverage 1"};
  const std::string text = effect_text(audit, {});
  EXPECT_NE(text.find("child by child: in 2 of 3 replicates: 3 rows have leverage 1"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("in 1 of 3 replicates: column x is dropped"), std::string::npos) << text;
  EXPECT_NE(text.find("50 % of newcomers have one in mathematics, 25 % in ELA"), std::string::npos)
      << text;
}

}  // namespace
}  // namespace homeroom::truth
