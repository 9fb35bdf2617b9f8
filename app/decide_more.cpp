#include "app/decide_more.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "analysis/decisions/ranking_so_far.hpp"
#include "app/decide_sweep.hpp"
#include "app/interrupt.hpp"
#include "app/mapped_file.hpp"
#include "app/sweep_live.hpp"
#include "app/telling_failures.hpp"
#include "sim/records/sweep_tables.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

int refuse(const std::string& what) {
  fmt::print(stderr, "homeroom decide: {}\n", what);
  return kBadInput;
}

/// What lacks runs has no replicate whole, and more of them would not mend that.
int refuse_part(const std::string& folder, const ReadySweep& ready) {
  std::uint64_t done = 0;
  CollectedSweep(folder).for_each([&](const SweepRun& run) { done += run.failure.empty(); });
  if (done == ready.plan.runs()) return kDone;
  return refuse(
      fmt::format("--until-certain: {} has {} of its {} runs; sweep ... --resume and "
                  "homeroom collect first",
                  folder, done, ready.plan.runs()));
}

/// The sweep as its folder says it, and that it is still the same; kBadInput after that was told.
int read_again(const DecideOptions& options, SweepOptions& sweep, ReadySweep& ready) {
  const fs::path file = fs::path(options.folder) / "design.toml";
  sweep.design = file.string();
  sweep.threads = options.threads;
  sweep.quiet = options.quiet;
  if (const int status = read_sweep(sweep, ready); status != kDone) return status;
  if (ready.text != MappedFile(file).text() ||
      CollectedSweep(options.folder).identity().fingerprint != ready.fingerprint) {
    return refuse(fmt::format(
        "--until-certain: the scenarios of {} or the program have changed since it was run; run it "
        "anew with more replicates",
        options.folder));
  }
  return refuse_part(options.folder, ready);
}

/// Adds replicates to a sweep that was read.
class Adding {
 public:
  Adding(const DecideOptions& options, const SweepOptions& sweep, const ReadySweep& ready)
      : options_(options), sweep_(sweep), each_(ready.plan.runs() / ready.plan.replicates) {
    next_ = static_cast<int>(ready.plan.first_replicate + ready.plan.replicates);
    for (const fs::path& more : added_to(options.folder)) note(more);
  }

  /// That the budget still allows.
  std::size_t replicates_left() const {
    const auto budget = static_cast<std::uint64_t>(*options_.budget);
    return static_cast<std::size_t>((budget - std::min(budget, spent_)) / each_);
  }

  /// A batch that an earlier call began and did not end; true where there was one.
  bool has_unfinished() const {
    std::error_code error;
    return fs::exists(folder_of(batches_ + 1) / "design.toml", error);
  }
  int finish() {
    SweepOptions batch = sweep_;
    batch.design = (folder_of(batches_ + 1) / "design.toml").string();
    return live(batch);
  }

  int add(std::size_t replicates) {
    SweepOptions batch = sweep_;
    batch.first_replicate = next_;
    batch.replicates = static_cast<int>(replicates);
    return live(batch);
  }

 private:
  fs::path folder_of(int batch) const {
    return fs::path(options_.folder) / "more" / fmt::format("{}", batch);
  }

  int live(SweepOptions& batch) {
    batch.resume = true;
    ReadySweep ready;
    if (const int status = read_sweep(batch, ready); status != kDone) return status;
    const int status = sweep_into(batch, ready, folder_of(++batches_));
    next_ += static_cast<int>(ready.plan.replicates);
    spent_ += ready.plan.replicates * each_;
    return status;
  }

  /// A batch of an earlier call; its runs are of no budget of this one.
  void note(const fs::path& more) {
    ++batches_;
    CollectedSweep(more).for_each(
        [&](const SweepRun& run) { next_ = std::max(next_, static_cast<int>(run.replicate) + 1); });
  }

  const DecideOptions& options_;
  const SweepOptions& sweep_;
  std::uint64_t each_, spent_ = 0;
  int next_ = 1, batches_ = 0;
};

void tell(const DecideOptions& options, const decisions::Certainty& certainty,
          const std::string& first, std::size_t replicates) {
  const char* const what =
      certainty.state == decisions::CertaintyState::Certain ? "is certain to be the best"
      : certainty.state == decisions::CertaintyState::Alike
          ? "is the best, or does as well as those that differ from it in no replicate"
          : "comes first, which is not certain: the budget has ended";
  fmt::print(stderr, "homeroom decide: after {} replicates {} {} (level {})\n", replicates, first,
             what, *options.until_certain);
}

int add_batches(const DecideOptions& options, Adding& adding, decisions::PolicyOutcomes& outcomes) {
  const Interruptible interruptible;
  if (adding.has_unfinished()) {
    if (const int status = adding.finish(); status != kDone) return status;
    if (!read_decide_sweep(options, outcomes)) return kFailed;
  }
  for (;;) {
    const decisions::PolicyLives lives(outcomes);
    const auto ranking = decisions::ranking_so_far(lives, better_of(options));
    if (ranking.advantages.empty()) return refuse("--until-certain wants two policies or more");
    const std::size_t now = ranking.advantages.front().size();
    const auto certainty = decisions::until_certain(
        ranking.advantages, {*options.until_certain, now + adding.replicates_left()});
    if (certainty.state != decisions::CertaintyState::GoOn) {
      tell(options, certainty, outcomes.policies[ranking.first], now);
      return kDone;
    }
    if (const int status = adding.add(certainty.more); status != kDone) return status;
    if (!read_decide_sweep(options, outcomes)) return kFailed;
  }
}

}  // namespace

decisions::Better better_of(const DecideOptions& options) {
  return options.better == "lower" ? decisions::Better::Lower : decisions::Better::Higher;
}

int add_until_certain(const DecideOptions& options, decisions::PolicyOutcomes& outcomes) {
  if (!options.until_certain) return kDone;
  const double level = *options.until_certain;
  if (!(level > 0.5 && level < 1.0)) {
    return refuse(
        fmt::format("--until-certain {} is no level (allowed: above 0.5, below 1)", level));
  }
  if (!options.budget || *options.budget < 1) {
    return refuse("--until-certain wants --budget RUNS, a number from 1 on");
  }
  if (!options.by.empty()) return refuse("--until-certain adds replicates for policies, not --by");
  SweepOptions sweep;
  ReadySweep ready;
  return telling_failures<StoreRefused>("homeroom decide", [&] {
    if (const int status = read_again(options, sweep, ready); status != kDone) return status;
    const std::uint64_t each = ready.plan.runs() / ready.plan.replicates;
    if (static_cast<std::uint64_t>(*options.budget) < each) {
      return refuse(
          fmt::format("--budget {}: one replicate more takes {} runs", *options.budget, each));
    }
    Adding adding(options, sweep, ready);
    return add_batches(options, adding, outcomes);
  });
}

}  // namespace homeroom::app
