// What each policy is for moves its way. All seeds are fixed.
#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

#include "sim/records/hidden/hidden_tables.hpp"
#include "sim/records/public_tables.hpp"
#include "tests/laws/busy_city.hpp"
#include "tests/laws/shipped_policies.hpp"
#include "tests/support/run_tables.hpp"

namespace homeroom {
namespace {

using namespace homeroom::testing;

/// Mean over the policy years and four replicates of a column of the district's table.
double mean_of(const Scenario& scenario, std::size_t column, bool hidden = false) {
  double sum = 0.0;
  int count = 0;
  for (std::uint32_t replicate = 1; replicate <= 4; ++replicate) {
    ReplicatePlan plan;
    plan.replicate = replicate;
    const std::atomic<bool> go_on{false};
    const auto records = run_replicate(scenario, plan, go_on, [] {});
    const Batch& batch = hidden ? records->hidden_sustainability : records->district;
    const auto& columns = batch.definition().columns;
    for (std::size_t row = 0; row < batch.rows(); ++row) {
      if (hidden && !batch.texts(3)[row].empty()) continue;  // the city's row
      sum += columns[column].kind == ColumnKind::Number
                 ? batch.numbers(column)[row]
                 : static_cast<double>(batch.wholes(column)[row]);
      ++count;
    }
  }
  return sum / count;
}

std::size_t column_named(const TableDefinition& table, std::string_view name) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].name == name) return c;
  }
  throw std::logic_error(std::string(name));
}

struct Sign {
  const char* policy;
  const char* column;
  bool hidden;
  int direction;
};

// What each policy is for must move its way, in a city where it has room to.
TEST(PolicySigns, MoveWhatTheyAreFor) {
  const std::vector<Sign> signs = {
      {"R1", "held_autonomy", true, 1},  {"R1b", "forced_placements", false, -1},
      {"R1d", "pool_cost", false, -1},   {"R2", "friction", true, -1},
      {"R2a", "held_autonomy", true, 1}, {"R3", "buy_in", true, 1},
      {"R8", "participants", false, 1}};
  const std::vector<std::string> city = {"models.innovation.S5=0", "models.innovation.B1=0",
                                         "law.choice.assignment=neighbourhood",
                                         "run.policy_years=5"};
  for (const Sign& sign : signs) {
    const TableDefinition& table = sign.hidden ? hidden_sustainability_table() : district_table();
    const std::size_t column = column_named(table, sign.column);
    const double before = mean_of(busy_city(city), column, sign.hidden);
    const double after = mean_of(busy_city(city, shipped({sign.policy})), column, sign.hidden);
    EXPECT_GT(sign.direction * (after - before), 0.0)
        << sign.policy << ": " << sign.column << " from " << before << " to " << after;
  }
}

}  // namespace
}  // namespace homeroom
