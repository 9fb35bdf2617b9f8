// The data dictionary: every column says what it means, and every word that is written is declared.
#include "sim/records/dictionary.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/observe/names.hpp"
#include "sim/run/experiment.hpp"

namespace homeroom {
namespace {

const ColumnDefinition& column(const char* table, std::string_view name) {
  const auto& columns = find_table(tables_of_a_run(true), table)->columns;
  return *std::find_if(columns.begin(), columns.end(),
                       [&](const ColumnDefinition& one) { return one.name == name; });
}

template <class Enum>
void expect_order(const ColumnDefinition& declared, int first) {
  for (std::size_t i = 0; i < declared.codes.size(); ++i) {
    EXPECT_EQ(declared.codes[i].word, name_of(static_cast<Enum>(static_cast<int>(i) + first)));
  }
}

/// Every value of an enumeration has its word, in the order of the enumerators, and no word is
/// left.
template <class Enum>
void expect_words(const ColumnDefinition& declared, int first = 0) {
  expect_order<Enum>(declared, first);
  EXPECT_EQ(name_of(static_cast<Enum>(static_cast<int>(declared.codes.size()) + first)), "")
      << declared.name << " misses a word";
}

TEST(Dictionary, EveryTableAndColumnSaysWhatItIs) {
  for (const TableDefinition* table : tables_of_a_run(true)) {
    EXPECT_FALSE(table->row.empty()) << table->name;
    for (const ColumnDefinition& one : table->columns) {
      EXPECT_FALSE(one.meaning.empty()) << table->name << "." << one.name;
      for (const Code& code : one.codes) {
        EXPECT_FALSE(code.word.empty() || code.meaning.empty()) << table->name << "." << one.name;
      }
    }
  }
}

TEST(Dictionary, WordsAreThoseOfTheWorld) {
  expect_words<Level>(column("schools", "level"));
  expect_words<SchoolStatus>(column("schools", "status"), static_cast<int>(SchoolStatus::Open));
  expect_words<EventKind>(column("events", "event"));
  expect_words<Group>(column("students", "group"));
  expect_words<Arrival>(column("students", "arrival"));
  expect_words<Post>(column("teachers", "subject"));
  expect_words<Hire>(column("teachers", "hired"));
  expect_words<TeacherPlace>(column("teachers", "place_before"));
  expect_words<TeacherPlace>(column("teachers", "place"));
  expect_words<Departure>(column("teachers", "reason"), static_cast<int>(Departure::Left));
  const auto employers = employer_names();
  for (const char* table : {"schools", "teachers"}) {
    const auto& declared = column(table, "employer").codes;
    ASSERT_EQ(declared.size(), employers.size());
    for (std::size_t i = 0; i < declared.size(); ++i) EXPECT_EQ(declared[i].word, employers[i]);
  }
}

TEST(Dictionary, ATableIsFoundWithAndWithoutItsEnding) {
  const Tables tables = tables_of_a_run(true);
  EXPECT_EQ(find_table(tables, "schools.csv"), find_table(tables, "schools"));
  EXPECT_NE(find_table(tables, "truth.csv"), nullptr);
  EXPECT_EQ(find_table(tables, "scools.csv"), nullptr);
}

TEST(Dictionary, TellsMeaningUnitWordsAndWhatEmptyIs) {
  const std::string text = explain_table(*find_table(tables_of_a_run(false), "schools"));
  EXPECT_NE(text.find("the framework's published rating [percentile]"), std::string::npos);
  EXPECT_NE(text.find("empty: not rated yet"), std::string::npos);
  EXPECT_NE(text.find("probation: rated below the bar"), std::string::npos);
}

TEST(Dictionary, TheCodebookHasARowForEveryColumn) {
  const Tables tables = tables_of_a_run(true);
  const std::string text = codebook_csv(tables);
  std::size_t columns = 1;  // and its heading
  for (const TableDefinition* table : tables) columns += table->columns.size();
  EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), columns);
  EXPECT_NE(text.find("students,special_education,text,\"\",\"special education\",\"none: none; "),
            std::string::npos);
  EXPECT_NE(text.find("severe needs\",\"\",\"none moderate severe\"\n"), std::string::npos);
}

TEST(Dictionary, EveryNumberHasAUnitAndNoWordASpace) {
  const Tables tables = tables_of_a_run(true);
  const std::string text = codebook_csv(tables);
  for (const char* unitless : {",whole,\"\",", ",number,\"\","}) {
    EXPECT_EQ(text.find(unitless), std::string::npos) << text.substr(text.find(unitless), 60);
  }
  for (const TableDefinition* table : tables) {
    for (const ColumnDefinition& one : table->columns) {
      for (const Code& code : one.codes) EXPECT_EQ(code.word.find(' '), std::string::npos);
    }
  }
}

TEST(Dictionary, FindsColumnsByWords) {
  const std::string text = columns_about(tables_of_a_run(true), "teacher turnover");
  EXPECT_NE(text.find("schools.csv teacher_turnover"), std::string::npos);
  EXPECT_EQ(text.find("principal_turnover"), std::string::npos);
}

}  // namespace
}  // namespace homeroom
