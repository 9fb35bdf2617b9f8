// A shard's store keeps what was committed, whatever happens to the program, and refuses the rest.
#include "sim/records/sweep_store.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <limits>

#include "sim/records/sweep_merge.hpp"
#include "sim/records/sweep_tables.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

SweepIdentity identity(std::uint64_t runs = 12) {
  return {"1.0 abc", "name = \"x\"\n", "f00d", runs, {"a", "b,\"c"}, {"first", "second"}};
}

SweepRun run_of(std::uint64_t number) {
  SweepRun run;
  run.run = number;
  run.point = number / 2;
  run.scenario = "city";
  run.policy = number % 2 == 0 ? "none" : "R1";
  run.replicate = 1;
  run.seed = 7;
  run.outcomes = {static_cast<double>(number) / 3.0, std::numeric_limits<double>::quiet_NaN()};
  run.factors = {fmt::format("{}", number / 2), "with \"quotes\", and commas"};
  return run;
}

SweepRun failed_run(std::uint64_t number) {
  SweepRun run = run_of(number);
  run.outcomes.clear();
  run.failure = "why";
  run.command = "homeroom run ...";
  return run;
}

/// Writes the runs of a shard: every `shards`-th.
void fill(const std::filesystem::path& file, int shard, int shards, std::uint64_t runs = 12) {
  SweepStore store(file, identity(runs), {shard, shards, runs / static_cast<unsigned>(shards)},
                   false);
  for (auto run = static_cast<std::uint64_t>(shard - 1); run < runs;
       run += static_cast<unsigned>(shards)) {
    store.write(run_of(run));
  }
}

std::string refusal(const std::function<void()>& what) {
  try {
    what();
  } catch (const StoreRefused& refused) {
    return refused.what();
  }
  return "nothing was refused";
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

std::string tables_in(const Workplace& files) {
  std::string all;
  for (const char* name : {"sweep.sqlite", "runs.csv", "points.csv", "outcomes.csv"}) {
    all += text_of_file(files / name);
  }
  return all;
}

TEST(SweepStore, HasWhatWasDoneAndTriesAgainWhatFailed) {
  const Workplace files;
  const auto file = files / "shard-1-of-1.sqlite";
  {
    SweepStore store(file, identity(), {1, 1, 12}, false);
    store.write(run_of(3));
    store.write(failed_run(4));
    EXPECT_TRUE(store.has(3));
    EXPECT_FALSE(store.has(4));
    EXPECT_FALSE(store.has(5));
  }
  SweepStore again(file, identity(), {1, 1, 12}, true);
  EXPECT_TRUE(again.has(3));
  EXPECT_FALSE(again.has(4));
  again.write(run_of(4));
  EXPECT_TRUE(again.has(4));
}

TEST(SweepStore, KeepsEveryCommitOfAProcessThatIsKilled) {
  for (int round = 0; round < 10; ++round) {
    const Workplace files;
    const auto file = files / "shard-1-of-1.sqlite";
    int told[2];
    ASSERT_EQ(pipe(told), 0);
    const pid_t child = fork();
    if (child == 0) {
      SweepStore store(file, identity(1000000), {1, 1, 1000000}, false);
      for (std::uint64_t run = 0;; ++run) {
        store.write(run_of(run));
        if (write(told[1], &run, sizeof run) != sizeof run) _exit(1);
      }
    }
    close(told[1]);
    std::uint64_t last = 0;
    const std::uint64_t enough = 5 + 40 * static_cast<unsigned>(round);
    while (last < enough) ASSERT_EQ(read(told[0], &last, sizeof last), (ssize_t)sizeof last);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    while (read(told[0], &last, sizeof last) == sizeof last) {
    }
    close(told[0]);
    SweepStore store(file, identity(1000000), {1, 1, 1000000}, true);
    for (std::uint64_t run = 0; run <= last; ++run) ASSERT_TRUE(store.has(run)) << run;
    EXPECT_FALSE(store.has(last + 2));
  }
}

TEST(SweepStore, RefusesASecondWriter) {
  const Workplace files;
  const auto file = files / "shard-1-of-1.sqlite";
  SweepStore store(file, identity(), {1, 1, 12}, false);
  EXPECT_TRUE(says(refusal([&] {
                     SweepStore(file, identity(), {1, 1, 12}, true);
                   }),
                   "is held by another process"));
  EXPECT_TRUE(says(refusal([&] { collect_sweep(files / ""); }), "is at work"));
}

TEST(SweepStore, RefusesWhatIsNotItsOwn) {
  const Workplace files;
  const auto file = files / "shard-1-of-2.sqlite";
  fill(file, 1, 2);
  const auto refused = [&](SweepIdentity other, SweepShard shard, bool resume = true) {
    return refusal([&] { SweepStore(file, other, shard, resume); });
  };
  EXPECT_TRUE(says(refused(identity(), {1, 2, 6}, false), "--resume goes on"));
  EXPECT_TRUE(says(refused(identity(), {2, 2, 6}), "is shard 1 of 2, not 2 of 2"));
  EXPECT_TRUE(says(refused(identity(), {1, 3, 4}), "is shard 1 of 2, not 1 of 3"));
  SweepIdentity design = identity();
  design.fingerprint = "beef";
  EXPECT_TRUE(says(refused(design, {1, 2, 6}), "another design"));
  SweepIdentity program = identity();
  program.program = "1.1 abd";
  EXPECT_TRUE(says(refused(program, {1, 2, 6}), "was written by homeroom 1.0 abc"));
  {
    SqliteFile layout(file, SqliteFile::Mode::Write);
    layout.run("UPDATE about SET value = '99' WHERE key = 'layout'");
  }
  EXPECT_TRUE(says(refused(identity(), {1, 2, 6}), "has layout \"99\""));
}

TEST(SweepStore, RefusesDamage) {
  const Workplace files;
  const auto file = files / "shard-1-of-1.sqlite";
  fill(file, 1, 1);
  const std::string whole = text_of_file(file);
  const auto damaged = [&](const std::string& text) {
    files.write("shard-1-of-1.sqlite", text);
    return refusal([&] { SweepStore(file, identity(), {1, 1, 12}, true); });
  };
  EXPECT_TRUE(says(damaged(whole.substr(0, whole.size() - 5000)), "is damaged"));
  EXPECT_TRUE(
      says(damaged("no database at all, but long enough to be looked at: " + whole), "is damaged"));
  std::string noise = whole;
  for (std::size_t i = 4096; i < noise.size(); i += 3)
    noise[i] = static_cast<char>(noise[i] ^ 0x5a);
  EXPECT_TRUE(says(damaged(noise), "is damaged"));
  EXPECT_EQ(damaged(whole), "nothing was refused");
}

TEST(SweepStore, NoFlippedBitChangesARowUnseen) {
  const Workplace files;
  const auto file = files / "shard-1-of-1.sqlite";
  fill(file, 1, 1);
  collect_sweep(files / "");
  const std::string whole = text_of_file(file), tables = tables_in(files);
  int refused = 0;
  for (std::size_t i = 0; i < 200; ++i) {
    std::string flipped = whole;
    const std::size_t bit = (i * 7919 + 13) * 31 % (whole.size() * 8);
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    files.write("shard-1-of-1.sqlite", flipped);
    try {
      // Told as missing, or of no consequence: an index, a page that nobody uses.
      const SweepCollected told = collect_sweep(files / "");
      EXPECT_TRUE(!told.whole() || !told.remarks.empty() || tables_in(files) == tables) << bit;
    } catch (const std::runtime_error&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 10);
}

/// Every reader of a sweep's files, on one that `sql` changed.
std::string refusals_after(const char* sql) {
  const Workplace files;
  const auto file = files / "shard-1-of-1.sqlite";
  fill(file, 1, 1);
  collect_sweep(files / "");
  for (const char* name : {"shard-1-of-1.sqlite", "sweep.sqlite"}) {
    SqliteFile(files / name, SqliteFile::Mode::Write).run(sql);
  }
  return refusal([&] { CollectedSweep(files / "").for_each([](const SweepRun&) {}); }) + "\n" +
         refusal([&] { collect_sweep(files / ""); }) + "\n" + refusal([&] {
           SweepStore(file, identity(), {1, 1, 12}, true);
         });
}

TEST(SweepStore, ReadsNoTablesButItsOwn) {
  const std::string endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ";
  const std::string view = refusals_after(
      ("DROP TABLE about; CREATE VIEW about(key, value) AS " + endless + "SELECT i, i FROM n")
          .c_str());
  EXPECT_TRUE(says(view, "its table about is not as homeroom collect makes it")) << view;
  EXPECT_TRUE(says(view, "its table about is not as homeroom sweep makes it; move it away and"));
  EXPECT_TRUE(says(view, "its table about is not as homeroom sweep makes it; move it away: its"));
  const std::string column = refusals_after("ALTER TABLE runs ADD COLUMN more");
  EXPECT_TRUE(says(column, "its table runs is not as homeroom collect makes it")) << column;
  EXPECT_TRUE(says(refusals_after("UPDATE factors SET name = 'other'"), "its table points"));
}

TEST(SweepStore, HoldsNothingBesideItsTables) {
  const std::string trigger =
      refusals_after("CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM runs; END");
  EXPECT_TRUE(says(trigger, "it holds the trigger t; move it away and")) << trigger;
  EXPECT_TRUE(says(trigger, "it holds the trigger t; move it away: its"));
  // Whoever looks at collected tables may add what helps.
  EXPECT_TRUE(says(trigger, "nothing was refused"));
}

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

TEST(SweepStore, AFullDiskLosesNothingCommitted) {
  const Workplace files;
  const auto file = files / "shard-1-of-1.sqlite";
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {200000, 200000};
    setrlimit(RLIMIT_FSIZE, &limit);
    SweepStore store(file, identity(1000000), {1, 1, 1000000}, false);
    std::uint64_t run = 0;
    try {
      for (;; ++run) store.write(run_of(run));
    } catch (const StoreFailed&) {
      // Told, and all before it is there.
      for (std::uint64_t before = 0; before < run; ++before) {
        if (!store.has(before)) _exit(3);
      }
      _exit(run > 10 ? 0 : 2);
    }
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  SweepStore store(file, identity(1000000), {1, 1, 1000000}, true);
  EXPECT_TRUE(store.has(10));
  store.write(run_of(999999));
  EXPECT_TRUE(store.has(999999));
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
