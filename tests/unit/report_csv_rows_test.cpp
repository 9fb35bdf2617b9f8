// Tables are read row by row; what is not whole is refused with its line.
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/report/csv_rows.hpp"
#include "tests/support/workplace.hpp"

namespace homeroom::report {
namespace {

/// A table of this text, gone at the end of the test.
class Table {
 public:
  explicit Table(const std::string& text) : file_(folder_.write("table.csv", text)) {}
  const std::filesystem::path& file() const { return file_; }

 private:
  Workplace folder_;
  std::filesystem::path file_;
};

std::string fault_of(const std::string& text, const std::vector<std::string>& columns) {
  const Table table(text);
  try {
    CsvRows rows(table.file(), columns);
    while (rows.next()) rows.number(0);
  } catch (const TableFault& fault) {
    return fault.what();
  }
  return "";
}

TEST(ReportCsvRows, FindColumnsByNameAndReadQuotedCells) {
  const Table table("a,name,b\n1,\"one, \"\"two\"\"\nthree\",2.5\n3,,\n");
  CsvRows rows(table.file(), {"b", "name"});
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.number(0), 2.5);
  EXPECT_EQ(rows.text(1), "one, \"two\"\nthree");
  ASSERT_TRUE(rows.next());
  EXPECT_TRUE(std::isnan(rows.number(0)));
  EXPECT_EQ(rows.text(1), "");
  EXPECT_FALSE(rows.next());
}

TEST(ReportCsvRows, LastLineMayLackItsEnd) {
  const Table table("a,b\r\n1,2\r\n3,4");
  CsvRows rows(table.file(), {"b"});
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.number(0), 2);
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.number(0), 4);
  EXPECT_FALSE(rows.next());
}

TEST(ReportCsvRows, LongTablesPassTheBuffer) {
  std::string text = "k,word\n";
  for (int k = 0; k < 60000; ++k) text += std::to_string(k) + ",\"a, b\"\n";
  const Table table(text);
  CsvRows rows(table.file(), {"k", "word"});
  for (int k = 0; k < 60000; ++k) {
    ASSERT_TRUE(rows.next());
    ASSERT_EQ(rows.whole(0), k);
    ASSERT_EQ(rows.text(1), "a, b");
  }
  EXPECT_FALSE(rows.next());
}

TEST(ReportCsvRows, SayWhatIsWrongAndWhere) {
  EXPECT_NE(fault_of("a,b\n1,2\n3\n", {"a"}).find(":3: has 1 cells, the header has 2"),
            std::string::npos);
  EXPECT_NE(fault_of("a,b\n1,2\nx,2\n", {"a"}).find(":3: \"x\" is no number"), std::string::npos);
  EXPECT_NE(fault_of("a,b\n", {"c", "a", "d"}).find("no column c, d"), std::string::npos);
  EXPECT_NE(fault_of("", {"a"}).find("is empty"), std::string::npos);
  EXPECT_THROW(CsvRows("no_such_folder/table.csv", {"a"}), TableFault);
}

}  // namespace
}  // namespace homeroom::report
