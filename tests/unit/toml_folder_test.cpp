// The files of a folder, in the order in which people count them.
#include "sim/scenario/toml_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace homeroom {
namespace {

TEST(TomlFolder, CountsNamesThatEndInNumbers) {
  const auto folder = std::filesystem::temp_directory_path() / "homeroom_toml_folder_test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  for (const char* name :
       {"C100.toml", "C9.toml", "C99.toml", "b.toml", "a10.toml", "a9.toml", "C1.txt"}) {
    std::ofstream(folder / name) << "";
  }
  std::string names;
  for (const auto& file : toml_files_in(folder)) names += file.stem().string() + " ";
  EXPECT_EQ(names, "C9 C99 C100 a9 a10 b ");
  EXPECT_TRUE(toml_files_in(folder / "nowhere").empty());
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace homeroom
