// A burnt-in city that was written and read again is the same city, or none at all.
#include "sim/run/burn_in_file.hpp"

#include <gtest/gtest.h>

#include "sim/run/burn_in_folder.hpp"
#include "sim/run/kept_burn_ins.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

constexpr const char* kFingerprint = "0123456789abcdef0123456789abcdef";

const Scenario& city() {
  static const Scenario scenario = [] {
    Scenario small = *read_scenario(HOMEROOM_SOURCE_DIR "/scenarios/small_elected.toml").scenario;
    small.run.burn_in_years = 4;
    small.run.policy_years = 10;
    return small;
  }();
  return scenario;
}

/// A life with every table, children and teachers among them.
struct LifeOfTables {
  std::string tables, bytes;
};
LifeOfTables live(const KeptBurnIn* from) {
  LifeOfTables life;
  ReplicatePlan plan{1, true};
  plan.microdata_from = city().run.first_year;
  plan.burnt_in = from ? &from->city : nullptr;
  plan.read_burnt_in = [&](const BurntIn& now, const std::vector<GrowthZero>& zeros) {
    life.bytes = burn_in_bytes(now, from ? from->zeros : zeros, kFingerprint);
  };
  const std::atomic<bool> stop{false};
  const auto records = run_replicate(city(), plan, stop, [] {});
  for (const Batch* batch : records->batches()) append_csv(life.tables, *batch);
  return life;
}
const LifeOfTables& lived() {
  static const LifeOfTables life = live(nullptr);
  return life;
}

TEST(BurnInFile, TenYearsFromAReadCityAreTheSameToTheByte) {
  const BurnInReading reading = read_burn_in(lived().bytes, kFingerprint, city());
  ASSERT_TRUE(reading.kept) << reading.fault;
  EXPECT_EQ(reading.kept->zeros.size(), 4u);
  const LifeOfTables again = live(&*reading.kept);
  EXPECT_GT(again.tables.size(), 1000000u);
  EXPECT_TRUE(again.tables == lived().tables);
  EXPECT_TRUE(again.bytes == lived().bytes);
}

void expect_fault(const std::string& bytes, const std::string& words) {
  const BurnInReading reading = read_burn_in(bytes, kFingerprint, city());
  EXPECT_FALSE(reading.kept) << words;
  EXPECT_NE(reading.fault.find(words), std::string::npos) << reading.fault << " is not " << words;
}

TEST(BurnInFile, CutsAreTold) {
  const std::string& whole = lived().bytes;
  const std::size_t line = whole.find('\n') + 1;
  for (const std::size_t length : {line, line + 1, whole.size() / 2, whole.size() - 1}) {
    expect_fault(whole.substr(0, length), "is cut short");
  }
  expect_fault(whole + "x", "is too long");
  for (std::size_t length = 0; length < line; ++length) {
    EXPECT_FALSE(read_burn_in(whole.substr(0, length), kFingerprint, city()).kept) << length;
  }
}

TEST(BurnInFile, DamageIsToldWhereverItIs) {
  const std::string& whole = lived().bytes;
  const std::size_t line = whole.find('\n') + 1;
  for (std::size_t at = 0; at < whole.size(); at += at < line ? 1 : whole.size() / 97) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    const BurnInReading reading = read_burn_in(damaged, kFingerprint, city());
    EXPECT_FALSE(reading.kept) << at;
    EXPECT_FALSE(reading.fault.empty()) << at;
    if (at >= line) expect_fault(damaged, "is damaged");
  }
}

TEST(BurnInFile, ForeignFilesAreTold) {
  expect_fault("", "holds no burnt-in city");
  expect_fault("school,year\n1,2011\n", "holds no burnt-in city");
  std::string other = lived().bytes;
  other.replace(other.find("format 1"), 8, "format 2");
  expect_fault(other, "is of another format");
  other = lived().bytes;
  other.replace(other.find(kFingerprint), 4, "ffff");
  expect_fault(other, "holds another city");
}

std::size_t files_in(const std::filesystem::path& folder) {
  const std::filesystem::directory_iterator all(folder), end;
  return static_cast<std::size_t>(std::distance(all, end));
}

TEST(BurnInFolder, FilesAppearWholeAndReplaceDamagedOnes) {
  const Workplace workplace;
  const BurnInFolder folder(workplace / "a/b");
  EXPECT_EQ(files_in(folder.path()), 0u);  // nothing is left of having tried
  const BurnInReading none = folder.find(kFingerprint, city());
  EXPECT_FALSE(none.kept);
  EXPECT_EQ(none.fault, "");
  workplace.write("a/b/" + std::string(kFingerprint) + ".burn_in", "some words");
  const std::string file = folder.file_of(kFingerprint).string();
  EXPECT_EQ(folder.find(kFingerprint, city()).fault, file + ": holds no burnt-in city");
  EXPECT_EQ(folder.keep(kFingerprint, lived().bytes).fault, "");
  EXPECT_EQ(files_in(folder.path()), 1u);
  EXPECT_TRUE(text_of_file(file) == lived().bytes);
  EXPECT_TRUE(folder.find(kFingerprint, city()).kept);
}

TEST(BurnInFolder, WhatIsNoFolderIsRefused) {
  const Workplace workplace;
  workplace.write("file", "words");
  EXPECT_THROW(BurnInFolder(workplace / "file"), BurnInFolderRefused);
  EXPECT_THROW(BurnInFolder(workplace / "file/below"), BurnInFolderRefused);
  // The same before anything is made.
  EXPECT_NE(why_not_kept_in(workplace / "file").find("is a file"), std::string::npos);
  EXPECT_NE(why_not_kept_in(workplace / "file/below").find("cannot be made"), std::string::npos);
  EXPECT_EQ(why_not_kept_in(workplace / "not/yet"), "");
  EXPECT_FALSE(std::filesystem::exists(workplace / "not"));
}

TEST(KeptBurnIns, ReplicatesFindWhatOthersLeft) {
  const Workplace workplace;
  const BurnInFolder folder(workplace / "kept");
  const std::atomic<bool> stop{false};
  std::string first;
  for (const char* program : {"one", "one", "another"}) {
    KeptBurnIns kept(folder, city(), program);
    int years = 0;
    const auto records = kept.run(ReplicatePlan{1}, stop, [&] { ++years; });
    std::string tables;
    for (const Batch* batch : records->batches()) append_csv(tables, *batch);
    if (first.empty()) first = tables;
    EXPECT_TRUE(tables == first);
    EXPECT_EQ(years, 14);
    EXPECT_EQ(records->zeros.size(), 4u);
    EXPECT_EQ(kept.told().found + kept.told().left, 1);
  }
  EXPECT_EQ(files_in(folder.path()), 2u);
}

}  // namespace
}  // namespace homeroom
