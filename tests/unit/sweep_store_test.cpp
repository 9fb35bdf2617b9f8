// A shard's store keeps what was committed, whatever happens to the program, and refuses the rest.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/sweep_stores.hpp"

namespace homeroom {
namespace {

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

}  // namespace
}  // namespace homeroom
