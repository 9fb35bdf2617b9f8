// What a file of SQLite's says where the system refuses it.
#include "sim/records/sqlite.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>
#include <optional>

#include "tests/support/workplace.hpp"

namespace homeroom {
namespace {

std::string told_of(const std::filesystem::path& file) {
  try {
    SqliteFile(file, SqliteFile::Mode::Create);
  } catch (const SqliteError& error) {
    return error.what();
  }
  return "opened";
}

std::ptrdiff_t open_files() {
  const std::filesystem::directory_iterator descriptors("/proc/self/fd");
  return std::distance(begin(descriptors), end(descriptors));
}

TEST(Sqlite, SaysWhyAFileCannotBeOpened) {
  const Workplace files;
  EXPECT_EQ(told_of(files / "file.sqlite"), "opened");
  const std::string told = told_of(files / "no_folder/file.sqlite");
  EXPECT_NE(told.find("No such file or directory"), std::string::npos) << told;
}

TEST(Sqlite, AFileIsClosedWhenTheLastOfItsStatementsGoes) {
  const Workplace files;
  const auto before = open_files();
  {
    std::optional<SqliteStatement> one;
    {
      SqliteFile file(files / "file.sqlite", SqliteFile::Mode::Create);
      file.run("CREATE TABLE numbers (number INTEGER)");
      one.emplace(file, "SELECT count(*) FROM numbers");
    }
    ASSERT_TRUE(one->step());
    EXPECT_GT(open_files(), before);
  }
  EXPECT_EQ(open_files(), before);
}

}  // namespace
}  // namespace homeroom
