// Shards brought together: equal bytes however they were cut, and every fault is told.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/sweep_stores.hpp"

namespace homeroom {
namespace {

TEST(SweepMerge, CountsShardsThatAreNotThereHoweverMany) {
  const Workplace files;
  const auto file = files / "shard-1-of-2.sqlite";
  fill(file, 1, 2);
  SqliteFile(file, SqliteFile::Mode::Write)
      .run("UPDATE about SET value = '18446744073709551615' WHERE key = 'shards'");
  const SweepCollected told = collect_sweep(files / "");
  ASSERT_EQ(told.remarks.size(), 1u);
  EXPECT_TRUE(says(told.remarks[0],
                   "18446744073709551614 of 18446744073709551615 shards are not there: 2, 3, "))
      << told.remarks[0];
  EXPECT_TRUE(says(told.remarks[0], ", 21, ..."));
}

TEST(SweepMerge, RefusesShardsThatTellOnePointInTwoWays) {
  const Workplace files;
  for (const int shard : {1, 2}) {
    SweepStore store(files / fmt::format("shard-{}-of-2.sqlite", shard), identity(), {shard, 2, 6},
                     false);
    SweepRun run = run_of(static_cast<std::uint64_t>(shard + 1));
    run.point = 1;
    run.factors[0] = fmt::format("{}", shard);
    store.write(run);
  }
  const std::string told = refusal([&] { collect_sweep(files / ""); });
  EXPECT_TRUE(says(told, "another shard tells other values of its point")) << told;
}

TEST(SweepMerge, DoneStandsAboveFailed) {
  const Workplace files;
  for (const int shard : {1, 2}) {
    SweepStore store(files / fmt::format("shard-{}-of-2.sqlite", shard), identity(1), {shard, 2, 1},
                     false);
    store.write(shard == 1 ? failed_run(0) : run_of(0));
  }
  const SweepCollected told = collect_sweep(files / "");
  EXPECT_EQ(told.done, 1u);
  EXPECT_EQ(told.failed, 0u);
}

TEST(SweepMerge, ShardsOfAnyNumberAndOrderGiveEqualBytes) {
  const Workplace one, three;
  fill(one / "shard-1-of-1.sqlite", 1, 1);
  for (const int shard : {3, 1, 2})
    fill(three / fmt::format("shard-{}-of-3.sqlite", shard), shard, 3);
  for (const Workplace* files : {&one, &three}) {
    const SweepCollected told = collect_sweep(*files / "");
    EXPECT_TRUE(told.whole());
    EXPECT_EQ(told.done, 12u);
    EXPECT_TRUE(told.remarks.empty());
  }
  EXPECT_EQ(tables_in(one), tables_in(three));
  const std::string first = tables_in(one);
  collect_sweep(one / "");
  EXPECT_EQ(tables_in(one), first);
}

TEST(SweepMerge, WritesWhatWasThere) {
  const Workplace files;
  fill(files / "shard-1-of-1.sqlite", 1, 1);
  collect_sweep(files / "");
  const CollectedSweep collected(files / "");
  std::uint64_t next = 0;
  collected.for_each([&](const SweepRun& run) {
    const SweepRun wanted = run_of(next);
    EXPECT_EQ(run.run, next++);
    EXPECT_EQ(run.factors, wanted.factors);
    EXPECT_EQ(run.outcomes[0], wanted.outcomes[0]);
    EXPECT_TRUE(run.outcomes[1] != run.outcomes[1]);
    EXPECT_EQ(run.policy, wanted.policy);
  });
  EXPECT_EQ(next, 12u);
  const std::string runs = text_of_file(files / "runs.csv");
  EXPECT_TRUE(says(
      runs, "1,0,city,R1,1,7,done,,,0,\"with \"\"quotes\"\", and commas\",0.3333333333333333,\n"));
  EXPECT_TRUE(says(runs, ",a,\"b,\"\"c\",first,second\n"));
}

TEST(SweepMerge, NamesWhatIsMissingDoubleAndFailed) {
  const Workplace files;
  fill(files / "shard-1-of-3.sqlite", 1, 3);  // 0, 3, 6, 9
  {
    SweepStore store(files / "shard-3-of-3.sqlite", identity(), {3, 3, 4}, false);
    store.write(run_of(2));
    store.write(failed_run(5));
    store.write(run_of(9));  // of the first shard
  }
  const SweepCollected told = collect_sweep(files / "");
  EXPECT_EQ(told.done, 5u);
  EXPECT_EQ(told.failed, 1u);
  EXPECT_EQ(told.twice, 1u);
  EXPECT_EQ(told.missing_count, 6u);
  using Ranges = std::vector<std::pair<std::uint64_t, std::uint64_t>>;
  EXPECT_EQ(told.missing, (Ranges{{1, 1}, {4, 4}, {7, 8}, {10, 11}}));
  ASSERT_EQ(told.remarks.size(), 3u);
  EXPECT_TRUE(says(told.remarks[0], "1 run stands in shard-3-of-3.sqlite"));
  EXPECT_TRUE(says(told.remarks[1], "shard-3-of-3.sqlite has 3 of its 4 runs"));
  EXPECT_TRUE(says(told.remarks[2], "1 of 3 shards are not there: 2"));
}

TEST(SweepMerge, RefusesAllFaultsAtOnceAndLeavesWhatStands) {
  const Workplace files;
  fill(files / "shard-1-of-2.sqlite", 1, 2);
  fill(files / "shard-2-of-2.sqlite", 2, 2);
  collect_sweep(files / "");
  const std::string before = tables_in(files);
  {
    SweepIdentity other = identity();
    other.fingerprint = "beef";
    SweepStore(files / "shard-3-of-2.sqlite", other, {2, 2, 6}, false).write(run_of(1));
  }
  files.write("shard-9-of-9.sqlite", "no database, but a text that is long enough to be read");
  const std::string told = refusal([&] { collect_sweep(files / ""); });
  EXPECT_TRUE(says(told, "another design")) << told;
  EXPECT_TRUE(says(told, "shard-9-of-9.sqlite")) << told;
  EXPECT_EQ(tables_in(files), before);
  EXPECT_FALSE(std::filesystem::exists(files / ".gathered.sqlite"));
}

TEST(SweepMerge, TakesAShardThatWasKilledBeforeItBegan) {
  const Workplace files;
  files.write("shard-2-of-2.sqlite", "");
  EXPECT_TRUE(says(refusal([&] { collect_sweep(files / ""); }), "no shard in"));
  fill(files / "shard-1-of-2.sqlite", 1, 2);
  const SweepCollected told = collect_sweep(files / "");
  EXPECT_EQ(told.done, 6u);
  EXPECT_EQ(told.missing_count, 6u);
  ASSERT_EQ(told.remarks.size(), 1u);
  EXPECT_TRUE(says(told.remarks[0], "1 of 2 shards are not there: 2")) << told.remarks[0];
}

TEST(SweepMerge, TellsFactorsFromColumnsOfRuns) {
  const Workplace files;
  SweepIdentity named = identity();
  named.factors = {"seed", "policy"};
  SweepStore(files / "shard-1-of-1.sqlite", named, {1, 1, 12}, false).write(run_of(3));
  collect_sweep(files / "");
  CollectedSweep(files / "").for_each([](const SweepRun& run) {
    EXPECT_EQ(run.factors, run_of(3).factors);
    EXPECT_EQ(run.seed, run_of(3).seed);
  });
}

/// Rights bind everyone but root, who is another user for as long as the test takes.
TEST(SweepMerge, SaysThatAShardMayNotBeWrittenAndNotThatItIsDamaged) {
  const Workplace files;
  fill(files / "shard-1-of-1.sqlite", 1, 1);
  const std::filesystem::path folder = files / "";
  namespace fs = std::filesystem;
  fs::permissions(files / "shard-1-of-1.sqlite", fs::perms(0444));
  fs::permissions(folder, fs::perms(0555));
  const pid_t child = fork();
  if (child == 0) {
    if (geteuid() == 0 && seteuid(65534) != 0) _exit(2);
    const std::string told = refusal([&] { collect_sweep(folder); });
    _exit(says(told, "must be allowed to write") && !says(told, "move it away") ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  fs::permissions(folder, fs::perms(0755));
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(SweepMerge, RefusesTwoResultsOfOneRun) {
  const Workplace files;
  fill(files / "shard-1-of-2.sqlite", 1, 2);
  {
    SweepStore store(files / "shard-2-of-2.sqlite", identity(), {2, 2, 6}, false);
    SweepRun other = run_of(4);
    other.outcomes[0] += 1.0;
    store.write(other);
  }
  EXPECT_TRUE(says(refusal([&] { collect_sweep(files / ""); }), "with other results"));
}

}  // namespace
}  // namespace homeroom
