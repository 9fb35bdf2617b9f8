#include <fmt/format.h>

#include <cstdio>

#include "app/options.hpp"
#include "app/output_file.hpp"
#include "app/sensitivity_findings.hpp"
#include "app/write_text.hpp"
#include "sim/records/sweep_store.hpp"

namespace homeroom::app {
namespace {

using sensitivity::DesignRefused;

/// What is wrong with the command line itself; each a line.
std::vector<std::string> faults_of(const SensitivityOptions& options) {
  std::vector<std::string> faults;
  if (!(options.level > 0 && options.level < 1)) {
    faults.push_back(
        fmt::format("--level {}: is out of range (allowed: between 0 and 1)", options.level));
  }
  if (options.resamples < 100 || options.resamples > 1000000) {
    faults.push_back(fmt::format("--resamples {}: is out of range (allowed: 100 to 1000000)",
                                 options.resamples));
  }
  if (options.seed < 0) {
    faults.push_back(
        fmt::format("--seed {}: is out of range (allowed: 0 and above)", options.seed));
  }
  const std::string why = why_not_written(
      {options.csv, "", {kSensitivityHead}, "findings of sensitivity", options.force});
  if (!why.empty()) faults.push_back(fmt::format("--csv {}: {}", options.csv, why));
  return faults;
}

int tell(const SensitivityOptions& options) {
  const sensitivity::Asked how{options.level, options.resamples,
                               static_cast<std::uint64_t>(options.seed), options.leave_out};
  const SweepFindings found = findings_of_sweep(options.folder, options.outcomes, how);
  fmt::print("{}\n", found.what);
  std::string csv = fmt::format("{}\n", kSensitivityHead);
  bool refused = false;
  for (const ToldFindings& told : found.told) {
    refused = refused || !told.refused.empty();
    fmt::print("{}", findings_text(told));
    append_findings(told, csv);
  }
  fmt::print("\n{}\nIntervals are of {} % confidence, over the design's own chance.\n",
             found.limits, 100.0 * options.level);
  if (!options.csv.empty() && !write_text(options.csv, csv)) return kFailed;
  return refused ? kFailed : kDone;
}

}  // namespace

int sensitivity_of(const SensitivityOptions& options) {
  const std::vector<std::string> faults = faults_of(options);
  for (const std::string& fault : faults) {
    fmt::print(stderr, "homeroom sensitivity: {}\n", fault);
  }
  if (!faults.empty()) return kBadInput;
  try {
    return tell(options);
  } catch (const DesignRefused& refused) {
    fmt::print(stderr, "homeroom sensitivity: {}\n", refused.what());
  } catch (const StoreRefused& refused) {
    fmt::print(stderr, "homeroom sensitivity: {}\n", refused.what());
  }
  return kBadInput;
}

}  // namespace homeroom::app
