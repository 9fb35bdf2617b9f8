// The zero of growth and the norm of money are frozen at the end of the burn-in: policies that
// begin together share them, and an arm may take them from its base. All seeds are fixed.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/laws/busy_city.hpp"
#include "tests/support/lived_city.hpp"
#include "tests/support/run_tables.hpp"

namespace homeroom {
namespace {

using namespace homeroom::testing;

World end_of(const Scenario& scenario) {
  LivedCity city(scenario);
  while (city.pass_year()) {
  }
  return city.world();
}

TEST(AnchorLaw, TwoPoliciesThatBeginTogetherHaveOneAnchorAndOneBurnIn) {
  const Scenario before = busy_city();
  const Scenario after = busy_city({"law.choice.list_length={1900=5, 2011=1}",
                                    "law.staffing.mutual_consent={1900=0.25, 2011=1}",
                                    "law.budget.base_per_student={1900=11500, 2011=16000}"});
  const World one = end_of(before), other = end_of(after);
  EXPECT_EQ(one.anchor, other.anchor);
  EXPECT_NE(one.anchor[kMath], 0.0);
  EXPECT_TRUE(one.students.durable != other.students.durable);
  EXPECT_NE(end_of(busy_city({"law.staffing.mutual_consent=1"})).anchor, one.anchor);
}

TEST(AnchorLaw, AnArmTakesItsZeroOfGrowthFromItsBase) {
  const Scenario base = busy_city();
  Scenario arm = busy_city({"law.staffing.mutual_consent=1"});
  arm.anchor_base = std::make_shared<const Scenario>(base);
  const auto anchor_of = [](const Scenario& scenario) {
    const ReplicateRecords records = run_records(scenario, 2);
    const auto& columns = records.truth.definition().columns;
    std::vector<double> of_policy_years;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (columns[column].name != "anchor_math") continue;
      for (std::size_t row = 0; row < records.truth.rows(); ++row) {
        if (records.truth.wholes(2)[row] < scenario.run.first_year) continue;
        of_policy_years.push_back(records.truth.numbers(column)[row]);
      }
    }
    std::sort(of_policy_years.begin(), of_policy_years.end());
    EXPECT_FALSE(of_policy_years.empty());
    EXPECT_EQ(of_policy_years.front(), of_policy_years.back()) << "one constant";
    return of_policy_years.front();
  };
  EXPECT_EQ(anchor_of(arm), anchor_of(base));
  Scenario same = base;
  same.anchor_base = std::make_shared<const Scenario>(base);
  EXPECT_EQ(first_difference(run_records(same), run_records(base)), "");
}

/// Mean useful spending of schools against the norm, over the policy years [USD/student].
double mean_resources(const Scenario& scenario) {
  const ReplicateRecords records = run_records(scenario);
  const auto& columns = records.truth.definition().columns;
  std::size_t column = 0;
  while (columns[column].name != "resources") ++column;
  double sum = 0, count = 0;
  for (std::size_t row = 0; row < records.truth.rows(); ++row) {
    if (records.truth.wholes(2)[row] < scenario.run.first_year) continue;
    sum += records.truth.numbers(column)[row];
    ++count;
  }
  return sum / count;
}

TEST(AnchorLaw, MoneyCountsAgainstTheBasesNorm) {
  const Scenario base = busy_city();
  Scenario arm = busy_city({"law.budget.base_per_student=16000"});
  const double own = mean_resources(arm);
  arm.anchor_base = std::make_shared<const Scenario>(base);
  EXPECT_GT(mean_resources(arm), own + 1000);
}

}  // namespace
}  // namespace homeroom
