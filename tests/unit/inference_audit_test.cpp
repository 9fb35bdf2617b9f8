// Rules V5 and V7: inputs that are looked at, and studies that are held against the truth.
#include "analysis/claims/inference_audit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/claims/input_check.hpp"

namespace homeroom::claims {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

StudiedCity city(const std::vector<double>& estimates) { return {estimates, estimates}; }

TEST(InferenceAudit, TruthAndBiasAddUpToTheEstimate) {
  // Truths of 2, 4 and -1; biases of 1, 1 and 4.
  const InferenceAudit audit =
      audit_inference({city({3}), city({5}), city({3})}, {city({1}), city({1}), city({4})});
  EXPECT_EQ(audit.cities, 3u);
  EXPECT_NEAR(audit.truth.mean, 5.0 / 3.0, 1e-12);
  EXPECT_NEAR(audit.bias.mean, 2.0, 1e-12);
  EXPECT_NEAR(audit.truth.mean + audit.bias.mean, audit.estimate.mean, 1e-12);
  // R: t.test(c(1, 1, 4))$conf.int is -2.302653 to 6.302653.
  EXPECT_NEAR(audit.bias.low, -2.302653, 1e-5);
  EXPECT_NEAR(audit.bias.high, 6.302653, 1e-5);
  EXPECT_NEAR(audit.sign_errors, 1.0 / 3.0, 1e-12);
}

TEST(InferenceAudit, ContrastsAreAveragedAndTheirSignsCounted) {
  // First contrast: truth 1 told as -1. Second: truth 3 told as 5. Third: in one life alone.
  const InferenceAudit audit = audit_inference({city({-1, 5, 7}), city({-1, 5, 7})},
                                               {city({-2, 2, kNone}), city({-2, 2, kNone})});
  EXPECT_NEAR(audit.estimate.mean, 2.0, 1e-12);
  EXPECT_NEAR(audit.truth.mean, 2.0, 1e-12);
  EXPECT_NEAR(audit.sign_errors, 0.5, 1e-12);
}

TEST(InferenceAudit, ASignIsFoundWhereItIsSignificant) {
  // Truths of 1: told as 2 with p .01, as 2 with p .2, as -1 with p .01, and as 2 with no p.
  const InferenceAudit audit =
      audit_inference({{{2, 2, -1, 2}, {0.01, 0.2, 0.01, kNone}}}, {{{1, 1, -2, 1}, {}}});
  EXPECT_NEAR(audit.sign_errors, 0.25, 1e-12);
  EXPECT_NEAR(audit.missed, 0.75, 1e-12);
}

TEST(InferenceAudit, NoTruthHasNoSign) {
  const InferenceAudit audit = audit_inference({city({1}), city({2})}, {city({1}), city({2})});
  EXPECT_EQ(audit.truth.mean, 0.0);
  EXPECT_TRUE(std::isnan(audit.sign_errors));
  EXPECT_EQ(audit_inference({city({kNone})}, {city({1})}).cities, 0u);
  EXPECT_THROW(audit_inference({city({1})}, {}), std::invalid_argument);
}

TEST(InputCheck, SaysWhereTheMeanLies) {
  const InputFinding found = check_input({1.0, 3.0, kNone}, 1.5, 2.5);
  EXPECT_EQ(found.replicates, 2u);
  EXPECT_TRUE(found.within);
  EXPECT_DOUBLE_EQ(found.mean, 2.0);
  // R: t.test(c(1, 3))$conf.int ends at 14.7062.
  EXPECT_NEAR(found.high, 14.7062, 1e-4);
  EXPECT_FALSE(check_input({1.0, 3.0}, 2.1, 2.5).within);
  EXPECT_TRUE(check_input({2.0, 2.0}, 2.0, 2.0).within);
  EXPECT_FALSE(check_input({kNone}, 0.0, 9.0).within);
}

}  // namespace
}  // namespace homeroom::claims
