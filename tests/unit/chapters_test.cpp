// The list of chapters is that of the year that is lived.
#include "sim/year/chapters.hpp"

#include "sim/run/replicate.hpp"
#include "sim/scenario/declared.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

TEST(Chapters, AreThoseOfTheYearInItsOrder) {
  const Scenario scenario = TinyCity().scenario();
  const std::atomic<bool> stop{false};
  const auto records = run_replicate(scenario, {}, stop, [] {});
  std::vector<std::string_view> lived, listed;
  for (const auto& entry : records->times.entries()) lived.push_back(entry.chapter);
  for (const Chapter& chapter : chapters_of_the_year()) listed.push_back(chapter.name);
  EXPECT_EQ(listed, lived);
}

TEST(Chapters, NameKeysAndPagesThatExist) {
  for (const Chapter& chapter : chapters_of_the_year()) {
    for (const std::string_view beginning : {chapter.parameters, chapter.levers}) {
      bool found = beginning.empty();
      for (const Declared& field : declared_fields()) {
        found = found || field.key.starts_with(beginning);
      }
      EXPECT_TRUE(found) << chapter.name << ": " << beginning;
    }
    const std::filesystem::path page = std::filesystem::path(HOMEROOM_SOURCE_DIR) / "docs/model" /
                                       (std::string(chapter.page) + ".md");
    EXPECT_TRUE(std::filesystem::exists(page)) << page;
    EXPECT_FALSE(chapter.says.empty() || chapter.reads.empty() || chapter.changes.empty())
        << chapter.name;
  }
}

}  // namespace
}  // namespace homeroom
