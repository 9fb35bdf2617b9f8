// The reader of comma-separated text: what is a table, and what it says of what is none.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "sim/lists/csv.hpp"

namespace homeroom::lists {
namespace {

CsvTable table_of(std::string_view text) {
  return read_csv(text, [](const std::vector<std::string>& header) {
    return std::vector<bool>(header.size(), true);
  });
}

using Cells = std::vector<std::vector<std::string>>;

Cells cells_of(const CsvTable& table) {
  Cells rows;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    rows.emplace_back();
    for (std::size_t c = 0; c < table.header.size(); ++c) {
      rows.back().emplace_back(table.cell(row, c));
    }
  }
  return rows;
}

TEST(Csv, ReadsQuotesLineBreaksAndBothLineEnds) {
  const CsvTable table =
      table_of("a,b\r\n\"x, y\",\"say \"\"hi\"\"\"\r\n\n\"two\nlines\", 3 \nlast,row");
  EXPECT_TRUE(table.faults.empty());
  EXPECT_EQ(cells_of(table), (Cells{{"x, y", "say \"hi\""}, {"two\nlines", "3"}, {"last", "row"}}));
  EXPECT_EQ(table.line(0), 2);
  EXPECT_EQ(table.line(1), 4);
  EXPECT_EQ(table.line(2), 6);
}

TEST(Csv, KeepsOnlyWantedColumns) {
  const CsvTable table = read_csv("a,b,c\n1,2,3\n4,5,6\n", [](const auto& header) {
    return std::vector<bool>{header[0] == "b", header[1] == "b", header[2] == "c"};
  });
  ASSERT_EQ(table.rows(), 2u);
  EXPECT_EQ(table.cell(0, 0), "2");
  EXPECT_EQ(table.cell(1, 1), "6");
  EXPECT_EQ(table.header.size(), 3u);
}

/// Lines and words of the faults.
std::string faults_of(std::string_view text, const Cells& left) {
  const CsvTable table = table_of(text);
  EXPECT_EQ(cells_of(table), left) << text;
  std::string told;
  for (const RowFault& fault : table.faults) {
    told += std::to_string(fault.line) + ": " + fault.what + "; ";
  }
  return told;
}

TEST(Csv, TellsRowsThatAreNone) {
  EXPECT_EQ(faults_of("a,b\n1\n2,3\n4,5,6\n7,8\n", {{"2", "3"}, {"7", "8"}}),
            "2: has 1 cells, the header has 2; 4: has 3 cells, the header has 2; ");
  EXPECT_EQ(faults_of("a,b\n\"x\"y,1\n2,3\n", {{"2", "3"}}),
            "2: has a quote in the middle of a cell; ");
  EXPECT_EQ(faults_of("a,b\nx\"y,1\n2,3\n", {{"2", "3"}}),
            "2: has a quote in the middle of a cell; ");
  EXPECT_EQ(faults_of(std::string_view("a,b\n1,\0z\n2,3\n", 13), {{"2", "3"}}),
            "2: holds a NUL byte; ");
}

TEST(Csv, GoesOnAfterAQuoteThatIsNeverClosed) {
  EXPECT_EQ(faults_of("a,b\n1,2\n\"open,3\n4,5\n6,7\n", {{"1", "2"}, {"4", "5"}, {"6", "7"}}),
            "3: has a quote that is never closed; ");
}

TEST(Csv, LeavesOutARowThatIsEndless) {
  const std::string longest(1 << 20, 'x');
  EXPECT_EQ(faults_of("a,b\n1,2\n" + longest + ",y\n3,4\n", {{"1", "2"}, {"3", "4"}}),
            "3: has more than 1 MiB in the cells that are read; ");
  EXPECT_EQ(faults_of("a\n" + longest + "\n", {{longest}}), "");
  EXPECT_EQ(faults_of("a\n1\n" + std::string(17 << 20, 'x') + "\n2\n", {{"1"}, {"2"}}),
            "3: has a line of more than 16 MiB; ");
}

TEST(Csv, TakesNoRowOfEndlessColumnsForAHeader) {
  const CsvTable table = table_of(std::string(10000, ',') + "\na,b\n1,2\n");
  ASSERT_EQ(table.faults.size(), 1u);
  EXPECT_EQ(table.faults[0].what, "has more than 10000 columns");
  EXPECT_EQ(table.header, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(table_of(std::string(9999, ',') + "\n").header.size(), 10000u);
}

TEST(Csv, CountsFaultsBeyondTenThousand) {
  std::string text = "a,b\n";
  for (int row = 0; row < 10003; ++row) text += "1\n";
  const CsvTable table = table_of(text + "2,3\n");
  EXPECT_EQ(table.faults.size(), 10000u);
  EXPECT_EQ(table.further_faults, 3u);
  EXPECT_EQ(cells_of(table), (Cells{{"2", "3"}}));
}

TEST(Csv, OfNothingIsEmpty) {
  EXPECT_TRUE(table_of("").header.empty());
  EXPECT_TRUE(table_of("\n\n").header.empty());
  EXPECT_EQ(table_of("a,b").header.size(), 2u);
  EXPECT_EQ(table_of("a,b").rows(), 0u);
}

std::string in_quotes(const std::string& cell) {
  std::string text = "\"";
  for (const char letter : cell) text += letter == '"' ? "\"\"" : std::string(1, letter);
  return text + "\"";
}

TEST(Csv, ReadsBackWhateverIsQuoted) {
  EXPECT_TRUE(rc::check("cells come back as they were", [] {
    const int columns = *rc::gen::inRange(1, 5), rows = *rc::gen::inRange(0, 6);
    const auto cell =
        rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab \",\n\r\xc3\xa9;")));
    Cells cells;
    std::string text = "h";
    for (int c = 1; c < columns; ++c) text += ",h";
    for (int r = 0; r < rows; ++r) {
      text += "\n";
      cells.emplace_back();
      for (int c = 0; c < columns; ++c) {
        cells.back().push_back(*cell);
        text += (c == 0 ? "" : ",") + in_quotes(cells.back().back());
      }
    }
    const CsvTable table = table_of(text);
    RC_ASSERT(table.faults.empty());
    RC_ASSERT(cells_of(table) == cells);
  }));
}

TEST(Csv, SurvivesAnyBytes) {
  EXPECT_TRUE(rc::check("every row has all cells, or is a fault", [] {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("a1,,,\"\"\n\n\r \0\xff\xe9", 15)));
    const CsvTable table = table_of(text);
    for (std::size_t row = 0; row < table.rows(); ++row) {
      for (std::size_t c = 0; c < table.header.size(); ++c) (void)table.cell(row, c);
      RC_ASSERT(table.line(row) > 0);
    }
    for (const RowFault& fault : table.faults) RC_ASSERT(fault.line > 0 && !fault.what.empty());
  }));
}

TEST(Csv, SurvivesTruncation) {
  const std::string whole = "id,name\n\"1\",\"a \"\"b\"\"\nc\"\n2,\"d\"\n3,e\n";
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    const CsvTable table = table_of(whole.substr(0, size));
    EXPECT_LE(table.rows(), 3u);
  }
}

}  // namespace
}  // namespace homeroom::lists
