// Policies and futures out of the runs of a sweep.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analysis/decisions/policy_outcomes.hpp"
#include "app/options.hpp"

namespace homeroom::app {

/// A run of a sweep that is over; `value` is that of the outcome asked for, NaN if there is none.
struct DecideRun {
  std::uint64_t point = 0;
  std::string scenario, policy;
  std::uint32_t replicate = 0;
  std::vector<std::string> factors;  ///< values of the point
  double value = 0;
};

/// Takes runs in order. A future is a point in a city; with `by` the values of that factor are the
/// policies, and all else is a future.
class FuturesOfSweep {
 public:
  FuturesOfSweep(std::vector<std::string> factors, std::string by);
  void take(const DecideRun& run);
  /// What was taken, with the factors that vary: as numbers where every value is one.
  decisions::PolicyOutcomes outcomes() &&;

 private:
  std::size_t policy_of(const DecideRun& run);
  std::size_t future_of(const DecideRun& run);

  std::vector<std::string> factors_;
  std::string by_;
  std::map<std::string, std::size_t> policies_;
  std::map<std::vector<std::string>, std::size_t> futures_;
  std::vector<std::vector<std::string>> values_;  ///< by factor and future
  decisions::PolicyOutcomes outcomes_;
};

/// Reads the collected tables of a folder. False after every fault was printed.
bool read_decide_sweep(const DecideOptions& options, decisions::PolicyOutcomes& outcomes);

}  // namespace homeroom::app
