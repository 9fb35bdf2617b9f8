// The files of a folder, in the order in which people count them.
#include "sim/scenario/toml_folder.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/workplace.hpp"

namespace homeroom {
namespace {

TEST(TomlFolder, CountsNamesThatEndInNumbers) {
  const Workplace folder;
  for (const char* name :
       {"C100.toml", "C9.toml", "C99.toml", "b.toml", "a10.toml", "a9.toml", "C1.txt"}) {
    folder.write(name, "");
  }
  std::string names;
  for (const auto& file : toml_files_in(folder.path())) names += file.stem().string() + " ";
  EXPECT_EQ(names, "C9 C99 C100 a9 a10 b ");
  EXPECT_TRUE(toml_files_in(folder / "nowhere").empty());
}

}  // namespace
}  // namespace homeroom
