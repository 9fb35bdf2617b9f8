// Policies and futures out of the runs of a sweep.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "analysis/decisions/policy_outcomes.hpp"
#include "app/options.hpp"
#include "sim/records/sweep_store.hpp"

namespace homeroom::app {

/// Takes runs in order. A future is a point in a city; with `by` the values of that factor are the
/// policies, and all else is a future.
class FuturesOfSweep {
 public:
  /// `points_of_a_draw` follow each other in the design and are near to each other.
  FuturesOfSweep(std::vector<std::string> factors, std::string by, std::uint64_t points_of_a_draw);
  /// `value` is that of the outcome asked for; NaN: there is none.
  void take(const SweepRun& run, double value);
  /// What was taken, with the factors that vary: as numbers where every value is one.
  decisions::PolicyOutcomes outcomes() &&;

 private:
  std::size_t policy_of(const SweepRun& run);
  std::size_t future_of(const SweepRun& run);
  std::string key_of(const SweepRun& run) const;
  std::string draw_of(const SweepRun& run) const;

  std::vector<std::string> factors_;
  std::string by_;
  std::uint64_t points_of_a_draw_;
  std::map<std::string, std::size_t> policies_;
  std::map<std::string, std::size_t> futures_;    ///< by what tells them apart
  std::map<std::string, std::size_t> draws_;      ///< the same
  std::vector<std::vector<std::string>> values_;  ///< by factor and future
  decisions::PolicyOutcomes outcomes_;
};

/// Folders of the replicates that --until-certain added to a sweep, in their order.
std::vector<std::filesystem::path> added_to(const std::filesystem::path& folder);

/// Reads the collected tables of a folder and of what was added to it. False after every fault was
/// printed.
bool read_decide_sweep(const DecideOptions& options, decisions::PolicyOutcomes& outcomes);

}  // namespace homeroom::app
