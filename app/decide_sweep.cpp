#include "app/decide_sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <optional>

#include "sim/records/sweep_tables.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/sweep_design.hpp"

namespace homeroom::app {
namespace {

std::optional<std::size_t> place_of(const std::string& name,
                                    const std::vector<std::string>& known) {
  const auto found = std::find(known.begin(), known.end(), name);
  if (found == known.end()) return {};
  return static_cast<std::size_t>(found - known.begin());
}

/// "outcomes of this sweep: a, b; did you mean a?"
std::string what_there_is(const char* kind, const std::string& name,
                          const std::vector<std::string>& known) {
  const std::string near = nearest_of(name, known);
  return fmt::format("{} of this sweep: {}{}", kind,
                     known.empty() ? "none" : fmt::format("{}", fmt::join(known, ", ")),
                     near.empty() ? "" : fmt::format("; did you mean {}?", near));
}

/// The outcome's place; none after that was printed.
std::optional<std::size_t> outcome_of(const DecideOptions& options,
                                      const std::vector<std::string>& known) {
  if (options.outcome.empty() && known.size() == 1) return 0;
  const std::optional<std::size_t> place = place_of(options.outcome, known);
  if (!place) {
    fmt::print(stderr, "homeroom decide: --outcome{}; {}\n",
               options.outcome.empty() ? " is wanted" : fmt::format(" {} is none", options.outcome),
               what_there_is("outcomes", options.outcome, known));
  }
  return place;
}

bool is_factor_or_nothing(const std::string& by, const std::vector<std::string>& known) {
  if (by.empty() || place_of(by, known)) return true;
  fmt::print(stderr, "homeroom decide: --by {} is no factor; {}\n", by,
             what_there_is("factors", by, known));
  return false;
}

/// Of a design of base points or trajectories, their points; otherwise 1.
std::uint64_t points_of_a_draw(const std::filesystem::path& folder) {
  const SweepDesign design = read_sweep_design(folder / "design.toml").design;
  const std::uint64_t factors = design.factors.size();
  if (design.method == SweepMethod::Saltelli) return factors + 2;
  return design.method == SweepMethod::Morris ? factors + 1 : 1;
}

}  // namespace

std::vector<std::filesystem::path> added_to(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  std::error_code error;
  for (int number = 1;; ++number) {
    const auto more = folder / "more" / fmt::format("{}", number);
    if (!std::filesystem::exists(more / "sweep.sqlite", error)) return found;
    found.push_back(more);
  }
}

bool read_decide_sweep(const DecideOptions& options, decisions::PolicyOutcomes& outcomes) {
  try {
    const CollectedSweep sweep(options.folder);
    const SweepIdentity& identity = sweep.identity();
    const std::optional<std::size_t> outcome = outcome_of(options, identity.outcomes);
    if (!is_factor_or_nothing(options.by, identity.factors) || !outcome) return false;
    FuturesOfSweep futures(identity.factors, options.by, points_of_a_draw(options.folder));
    const auto take = [&](const SweepRun& run) {
      const double value = *outcome < run.outcomes.size()
                               ? run.outcomes[*outcome]
                               : std::numeric_limits<double>::quiet_NaN();
      futures.take(run, value);
    };
    sweep.for_each(take);
    for (const auto& more : added_to(options.folder)) CollectedSweep(more).for_each(take);
    outcomes = std::move(futures).outcomes();
    outcomes.outcome = identity.outcomes[*outcome];
    if (!outcomes.rows.empty()) return true;
    fmt::print(stderr, "homeroom decide: {} holds no run\n", options.folder);
  } catch (const StoreRefused& refused) {
    fmt::print(stderr, "homeroom decide: {}\n", refused.what());
  } catch (const SqliteError& damaged) {
    fmt::print(stderr, "homeroom decide: {}/sweep.sqlite: {}; homeroom collect {} makes it anew\n",
               options.folder, damaged.what(), options.folder);
  }
  return false;
}

}  // namespace homeroom::app
