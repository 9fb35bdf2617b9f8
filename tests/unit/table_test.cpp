// Tables in memory and in text.
#include "sim/records/table.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "sim/records/csv_number.hpp"
#include "sim/records/hidden/hidden_tables.hpp"
#include "sim/records/public_tables.hpp"

namespace homeroom {
namespace {

const TableDefinition& small() {
  static const TableDefinition table = {"small",
                                        with_key({{"count", ColumnKind::Whole, "", ""},
                                                  {"share", ColumnKind::Number, "share", ""},
                                                  {"name", ColumnKind::Text, "", ""}})};
  return table;
}

std::string row_with(double share) {
  Batch batch(small());
  add_key(batch, {"a", 1, 2016}).add(3).add(share).add("x");
  batch.end_row();
  std::string text;
  append_csv(text, batch);
  return text;
}

TEST(Table, WritesNumbersWithTheDecimalsOfTheirUnit) {
  EXPECT_EQ(csv_header(small()), "scenario,replicate,year,count,share,name\n");
  EXPECT_EQ(row_with(0.1 + 0.2), "a,1,2016,3,0.3,x\n");
  EXPECT_EQ(row_with(0.30000001192092896), "a,1,2016,3,0.3,x\n");
  EXPECT_EQ(row_with(1.0 / 3.0), "a,1,2016,3,0.333333,x\n");
  EXPECT_EQ(row_with(100.0), "a,1,2016,3,100,x\n") << "zeros before the point stay";
  EXPECT_EQ(row_with(-1e-9), "a,1,2016,3,0,x\n") << "nothing is not negative";
  EXPECT_EQ(row_with(-0.5), "a,1,2016,3,-0.5,x\n");
}

std::string number_with(double value, int decimals) {
  std::string text;
  append_csv_number(text, value, decimals);
  return text;
}

/// The same by the library, which is slower.
std::string printed(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", value, decimals);
  if (decimals > 0) text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

TEST(Table, NumbersAreThoseOfTheLibraryWhateverTheirSizeAndDecimals) {
  EXPECT_EQ(number_with(12000000000000.0, 0), "12000000000000") << "whole zeros stay";
  EXPECT_EQ(number_with(-0.5, 0), "0");
  std::mt19937_64 random(20261130);
  for (int draw = 0; draw < 200000; ++draw) {
    const int decimals = static_cast<int>(random() % 10);
    const double size = std::ldexp(1.0, static_cast<int>(random() % 70) - 30);
    const double sign = random() % 2 == 0 ? 1.0 : -1.0;
    double value = sign * size * static_cast<double>(random() >> 11) / 9007199254740992.0;
    // Half of them end after few decimals, or half-way between two.
    if (random() % 2 == 0) value = std::round(value * 2000.0) / 2000.0;
    ASSERT_EQ(number_with(value, decimals), printed(value, decimals)) << value << " " << decimals;
  }
}

TEST(Table, MoneyHasCents) {
  EXPECT_EQ(decimals_of("USD"), 2);
  EXPECT_EQ(decimals_of("%"), 4);
  EXPECT_GE(decimals_of("SD/year"), 9) << "terms of growth must add up";
}

TEST(Table, WhatIsMissingIsEmptyWhateverItsKind) {
  Batch batch(small());
  add_key(batch, {"a", 1, 2016}).add_missing().add_missing().add_missing();
  batch.end_row();
  std::string text;
  append_csv(text, batch);
  EXPECT_EQ(text, "a,1,2016,,,\n");
  EXPECT_EQ(batch.wholes(3).front(), kNoWhole);
}

TEST(Table, ClearedItTakesRowsAgainAndTellsOfThemAlone) {
  Batch batch(small());
  add_key(batch, {"a", 1, 2016}).add(3).add(0.5).add("x");
  batch.end_row();
  add_key(batch, {"half", 1, 2016});
  batch.clear();
  EXPECT_EQ(batch.rows(), 0u);
  add_key(batch, {"b", 2, 2017}).add(4).add(0.25).add("y");
  batch.end_row();
  std::string text;
  append_csv(text, batch);
  EXPECT_EQ(text, "b,2,2017,4,0.25,y\n");
}

TEST(Table, QuotesWhatNeedsQuotesAndLeavesMissingEmpty) {
  Batch batch(small());
  add_key(batch, {"a,b", 2, 2016}).add(3).add_missing().add("say \"hi\"\n");
  batch.end_row();
  std::string text;
  append_csv(text, batch);
  EXPECT_EQ(text, "\"a,b\",2,2016,3,,\"say \"\"hi\"\"\n\"\n");
}

TEST(Table, RefusesWrongKindsAndHalfRows) {
  Batch batch(small());
  EXPECT_THROW(batch.add(1.5), std::logic_error);
  add_key(batch, {"a", 1, 2016});
  EXPECT_THROW(batch.end_row(), std::logic_error);
  EXPECT_THROW(batch.add("text"), std::logic_error);
  batch.add(1);
  EXPECT_THROW(batch.add(std::numeric_limits<double>::infinity()), std::logic_error);
}

TEST(Table, EveryTableBeginsWithItsKeyAndNamesNoColumnTwice) {
  for (const TableDefinition* table :
       {&schools_table(), &models_table(), &district_table(), &events_table(), &students_table(),
        &applications_table(), &cutoffs_table(), &teachers_table(), &truth_table(),
        &truth_models_table(), &sustainability_table(), &survival_table(),
        &hidden_sustainability_table(), &groups_table(), &truth_groups_table()}) {
    ASSERT_GT(table->columns.size(), 3u);
    EXPECT_EQ(table->columns[0].name, "scenario");
    EXPECT_EQ(table->columns[1].name, "replicate");
    EXPECT_EQ(table->columns[2].name, "year");
    for (std::size_t i = 0; i < table->columns.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        EXPECT_NE(table->columns[i].name, table->columns[j].name) << table->name;
      }
    }
  }
}

TEST(Table, NoPublicTableHasAHiddenColumn) {
  for (const TableDefinition* table : {&schools_table(), &models_table(), &district_table()}) {
    for (const ColumnDefinition& column : table->columns) {
      for (std::string_view hidden : {"latent_growth_math", "effective_autonomy", "leadership",
                                      "teacher_effect", "mean_baseline", "climate"}) {
        EXPECT_NE(column.name, hidden) << table->name;
      }
    }
  }
}

}  // namespace
}  // namespace homeroom
