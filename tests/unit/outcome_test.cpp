// Outcomes by name, out of a run's tables.
#include "sim/run/outcome.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/records/public_tables.hpp"

namespace homeroom {
namespace {

Outcome outcome(const std::string& name) {
  const OutcomeReading read = read_outcome(name);
  EXPECT_EQ(read.fault, "") << name;
  return read.outcome;
}

std::size_t column_of(const TableDefinition& table, const std::string& name) {
  std::size_t at = 0;
  while (table.columns[at].name != name) ++at;
  return at;
}

/// A year's row of models.csv for each of two models; `value_added` is told, all else is missing.
ReplicateRecords year(int year, double pilot, double traditional) {
  ReplicateRecords records;
  const std::size_t told = column_of(models_table(), "value_added");
  for (const auto& [model, value] : {std::pair{"pilot", pilot}, {"traditional", traditional}}) {
    Batch& batch = records.models;
    add_key(batch, {"city", 1, year}).add(std::string_view(model));
    for (std::size_t i = 4; i < models_table().columns.size(); ++i) {
      if (i == told && value == value) {
        batch.add(value);
      } else {
        batch.add_missing();
      }
    }
    batch.end_row();
  }
  return records;
}

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::vector<double> values_of(const std::vector<std::string>& names,
                              const std::vector<ReplicateRecords>& years) {
  std::vector<Outcome> outcomes;
  for (const std::string& name : names) outcomes.push_back(outcome(name));
  OutcomeReader reader(outcomes);
  for (const ReplicateRecords& one : years) reader.add(one);
  return reader.values();
}

TEST(Outcome, TakesTheYearsThatItsNameSays) {
  std::vector<ReplicateRecords> years;
  years.push_back(year(2011, 1.0, 10.0));
  years.push_back(year(2012, 3.0, 20.0));
  years.push_back(year(2013, 2.0, 60.0));
  const std::string pilot = "models.value_added.pilot";
  EXPECT_EQ(values_of({pilot, pilot + "@last", pilot + "@first", pilot + "@mean", pilot + "@sum",
                       pilot + "@change", pilot + "@2012", "models.value_added.traditional@mean"},
                      years),
            (std::vector<double>{2.0, 2.0, 1.0, 2.0, 6.0, 1.0, 3.0, 30.0}));
}

TEST(Outcome, MissingYearsCountInNoMeanAndEndNoSeries) {
  std::vector<ReplicateRecords> years;
  years.push_back(year(2011, kNone, 1.0));
  years.push_back(year(2012, 3.0, 2.0));
  years.push_back(year(2013, 5.0, kNone));
  const auto values =
      values_of({"models.value_added.pilot@mean", "models.value_added.pilot@first",
                 "models.value_added.pilot@change", "models.value_added.traditional@last",
                 "models.value_added.pilot@2019", "models.value_added.beacon@sum"},
                years);
  EXPECT_EQ(values[0], 4.0);
  for (std::size_t i = 1; i < values.size(); ++i) EXPECT_TRUE(std::isnan(values[i])) << i;
}

TEST(Outcome, SaysWhatIsWrongWithAName) {
  EXPECT_EQ(read_outcome("model.value_added.pilot").nearest, "models");
  EXPECT_EQ(read_outcome("models.value_aded.pilot").nearest, "value_added");
  EXPECT_EQ(read_outcome("models.value_added").allowed, "models.COLUMN.MODEL");
  EXPECT_EQ(read_outcome("district.enrolment.pilot").allowed, "district.COLUMN");
  EXPECT_NE(read_outcome("models.value_added.pilot@lst").fault, "");
  EXPECT_NE(read_outcome("models.value_added.pilot@last@mean").fault, "");
  EXPECT_NE(read_outcome("").fault, "");
  EXPECT_NE(read_outcome("models.model.pilot").fault, "");  // no number
}

TEST(Outcome, KnowsItsUnitAndAllNames) {
  EXPECT_EQ(outcome("models.value_added.pilot").unit, "state SD");
  EXPECT_GT(known_outcomes().size(), 100u);
}

}  // namespace
}  // namespace homeroom
