// Tables in memory and in text.
#include "sim/records/table.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "sim/records/hidden/hidden_tables.hpp"
#include "sim/records/public_tables.hpp"

namespace homeroom {
namespace {

const TableDefinition& small() {
  static const TableDefinition table = {"small", with_key({{"count", ColumnKind::Whole, "", ""},
                                                           {"share", ColumnKind::Number, "", ""},
                                                           {"name", ColumnKind::Text, "", ""}})};
  return table;
}

TEST(Table, WritesNumbersSoThatTheyReadBackEqual) {
  Batch batch(small());
  add_key(batch, {"a", 1, 2016}).add(3).add(0.1 + 0.2).add("x");
  batch.end_row();
  std::string text = csv_header(small());
  append_csv(text, batch);
  EXPECT_EQ(text, "scenario,replicate,year,count,share,name\na,1,2016,3,0.30000000000000004,x\n");
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
        &applications_table(), &cutoffs_table(), &teachers_table(), &truth_table()}) {
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
