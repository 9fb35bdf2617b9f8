// The run directory: what is finished is kept, what is foreign is refused, nothing half-written
// stays.
#include "sim/records/run_directory.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "sim/records/dictionary.hpp"
#include "sim/records/public_tables.hpp"
#include "tests/support/workplace.hpp"

namespace homeroom {
namespace {

namespace fs = std::filesystem;

class RunDirectories : public ::testing::Test {
 protected:
  static Manifest manifest(std::uint64_t seed) {
    Manifest m;
    m.scenario = "s";
    m.resolved = "name = \"s\"";
    m.seed = seed;
    m.replicates_asked = {1, 2};
    return m;
  }
  std::string text(const char* file) const {
    std::ifstream in(folder / file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
  }
  std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
  }
  void run(std::uint64_t seed, const char* status, bool force = false) {
    RunDirectory directory(folder, manifest(seed), {&events_table()}, force);
    directory.write_replicate(1, {"row\n"});
    directory.finish(status, "", "now");
  }
  const Workplace place;
  fs::path folder = place / "run";
};

TEST_F(RunDirectories, TablesGetTheirNamesAtTheEnd) {
  {
    RunDirectory directory(folder, manifest(1), {&events_table()}, false);
    EXPECT_FALSE(fs::exists(folder / "events.csv"));
    directory.write_replicate(1, {"row 1\n"});
    directory.finish("done", "", "now");
  }
  EXPECT_EQ(text("events.csv"), csv_header(events_table()) + "row 1\n");
  EXPECT_EQ(signature_in(text("manifest.json")).status, "done");
  EXPECT_EQ(files(), 3u);  // table, codebook, manifest
}

TEST_F(RunDirectories, TheCodebookStandsBesideTheTablesItTellsOf) {
  run(1, "done");
  EXPECT_EQ(text("codebook.csv"), codebook_csv({&events_table()}));
}

TEST_F(RunDirectories, AnotherRunIsRefusedUnlessForced) {
  run(1, "done");
  EXPECT_THROW(run(2, "done"), DirectoryRefused);
  EXPECT_NO_THROW(run(1, "done"));
  EXPECT_NO_THROW(run(2, "done", true));
}

TEST_F(RunDirectories, TablesWithoutAManifestAreNotOverwritten) {
  fs::create_directories(folder);
  std::ofstream(folder / "events.csv") << "mine";
  EXPECT_THROW(run(1, "done"), DirectoryRefused);
  EXPECT_EQ(text("events.csv"), "mine");
  fs::rename(folder / "events.csv", folder / "codebook.csv");
  EXPECT_THROW(run(1, "done"), DirectoryRefused);
  EXPECT_EQ(text("codebook.csv"), "mine");
}

TEST_F(RunDirectories, HalfARunDoesNotReplaceAWholeOne) {
  run(1, "done");
  const std::string before = text("manifest.json");
  run(1, "interrupted");
  EXPECT_EQ(text("manifest.json"), before);
  EXPECT_EQ(files(), 3u);  // table, codebook, manifest
}

TEST_F(RunDirectories, AnInterruptedRunKeepsWhatIsFinished) {
  run(1, "interrupted");
  EXPECT_EQ(text("events.csv"), csv_header(events_table()) + "row\n");
  EXPECT_NE(text("manifest.json").find("\"interrupted\""), std::string::npos);
}

TEST_F(RunDirectories, ARunThatWasEndedBetweenItsLastNamesIsItsOwn) {
  run(1, "done");
  fs::rename(folder / "manifest.json", folder / ".manifest.json.part");
  EXPECT_THROW(run(2, "done"), DirectoryRefused);
  EXPECT_NO_THROW(run(1, "done"));
  EXPECT_EQ(signature_in(text("manifest.json")).status, "done");
  EXPECT_EQ(files(), 3u);
}

TEST_F(RunDirectories, SaysWhereFinishedRowsAreThatCannotGetTheirName) {
  RunDirectory directory(folder, manifest(1), {&events_table()}, false);
  directory.write_replicate(1, {"row\n"});
  fs::create_directories(folder / "events.csv" / "in the way");
  try {
    directory.finish("done", "", "now");
    FAIL() << "a folder in the way was no failure";
  } catch (const WriteFailed& failure) {
    const std::string said = failure.what();
    EXPECT_NE(said.find("events.csv: "), std::string::npos) << said;
    EXPECT_NE(said.find("hidden names"), std::string::npos) << said;
  }
  EXPECT_EQ(text(".events.csv.part"), csv_header(events_table()) + "row\n");
}

TEST_F(RunDirectories, AManifestThatCannotBeReadIsNoOtherRuns) {
  run(1, "done");
  // Not even root opens a socket as a file.
  fs::remove(folder / "manifest.json");
  ASSERT_EQ(::mknod((folder / "manifest.json").c_str(), S_IFSOCK | 0600, 0), 0);
  std::string told = "begun";
  try {
    RunDirectory again(folder, manifest(1), {&events_table()}, false);
  } catch (const DirectoryRefused& refused) {
    told = refused.what();
  }
  EXPECT_NE(told.find("manifest.json: cannot be read: No such device or address"),
            std::string::npos)
      << told;
}

TEST_F(RunDirectories, AFolderThatCannotBeMadeIsSaid) {
  fs::create_directories(folder);
  std::ofstream(folder / "file") << "x";
  folder /= "file";
  EXPECT_THROW(run(1, "done"), DirectoryRefused);
  folder /= "below";
  EXPECT_THROW(run(1, "done"), std::runtime_error);
}

TEST(Fingerprint, IsThePublishedOne) {
  // printf '' | xxhsum -H2 and printf abc | xxhsum -H2 (xxHash 0.8.1)
  EXPECT_EQ(fingerprint(""), "99aa06d3014798d86001c324468d497f");
  EXPECT_NE(fingerprint("abc"), fingerprint("abd"));
}

}  // namespace
}  // namespace homeroom
