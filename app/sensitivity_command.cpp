#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "analysis/sensitivity/factorial.hpp"
#include "app/mapped_file.hpp"
#include "app/options.hpp"
#include "app/output_file.hpp"
#include "app/sensitivity_rows.hpp"
#include "app/sensitivity_text.hpp"
#include "app/sweep_points.hpp"
#include "app/write_text.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/sweep_design.hpp"

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

std::unique_ptr<sensitivity::Sampler> design_sampler(const SweepDesign& design) {
  if (design.method == SweepMethod::List) {
    throw DesignRefused(
        "A list of points is no sampling design: nothing is known of how its points were chosen. "
        "Designs of saltelli, morris, lhs, sobol and grid tell what outcomes depend on.");
  }
  if (design.method != SweepMethod::Grid) return sampler_of(design);
  std::vector<std::uint64_t> levels;
  for (const SweepFactor& factor : design.factors) levels.push_back(factor.levels.size());
  return std::make_unique<sensitivity::Factorial>(std::move(levels));
}

/// Places of the outcomes asked for among the sweep's. Throws DesignRefused with all that are none.
std::vector<std::size_t> places_of(const std::vector<std::string>& asked,
                                   const std::vector<std::string>& known) {
  std::vector<std::size_t> places;
  std::string unknown;
  for (const std::string& name : asked.empty() ? known : asked) {
    const auto found = std::find(known.begin(), known.end(), name);
    if (found != known.end()) {
      places.push_back(static_cast<std::size_t>(found - known.begin()));
    } else {
      unknown += fmt::format("{}\"{}\"", unknown.empty() ? "" : ", ", name);
    }
  }
  if (unknown.empty()) return places;
  throw DesignRefused(fmt::format("--outcome {}: no outcome of this sweep (allowed: {})", unknown,
                                  fmt::join(known, ", ")));
}

SweepDesign design_of(const std::filesystem::path& folder, const std::string& kept) {
  const std::filesystem::path file = folder / "design.toml";
  SweepReading reading = read_sweep_design(file);
  if (!reading.faults.empty()) throw DesignRefused(format_faults(reading.faults));
  if (MappedFile(file).text() != kept) {
    throw DesignRefused(
        fmt::format("{} is not the design that the collected tables were made by; "
                    "homeroom collect {} makes them anew.",
                    file.string(), folder.string()));
  }
  return std::move(reading.design);
}

ToldFindings told_of(const sensitivity::Sampler& sampler, const sensitivity::DesignRows& rows,
                     const ArmOutcomes& arm, std::size_t place, const std::string& name,
                     const sensitivity::Asked& asked) {
  const OutcomeOfArm& outcome = arm.outcomes[place];
  ToldFindings told{arm.scenario, arm.policy, name, {}, outcome.noise.share(), ""};
  try {
    told.findings = sensitivity::findings_of(sampler, rows.outcome(outcome.means), asked);
    std::vector<sensitivity::DesignOutcome> replicates;
    for (const auto& values : outcome.replicates) replicates.push_back(rows.outcome(values));
    sensitivity::spread_over_dice(told.findings, sampler, replicates, asked);
  } catch (const DesignRefused& refused) {
    told.refused = refused.what();
  }
  return told;
}

int tell(const SensitivityOptions& options) {
  const CollectedSweep sweep(options.folder);
  const SweepIdentity& identity = sweep.identity();
  const SweepDesign design = design_of(options.folder, identity.design);
  const std::vector<std::size_t> asked = places_of(options.outcomes, identity.outcomes);
  const std::unique_ptr<sensitivity::Sampler> sampler = design_sampler(design);
  sensitivity::DesignRows rows(*sampler, identity.factors,
                               [&](const double* unit) { return values_at(design.factors, unit); });
  const std::vector<ArmOutcomes> arms =
      outcomes_of(sweep, sampler->points(), design.replicates, asked, rows);
  rows.refuse_faults();
  const sensitivity::Asked how{options.level, options.resamples,
                               static_cast<std::uint64_t>(options.seed), options.leave_out};
  fmt::print("{}: {}; {} points of which {} are here, {} replicate{} each\n", design.name,
             sampler->identity(), sampler->points(), rows.present(), design.replicates,
             design.replicates == 1 ? "" : "s");
  std::string csv = fmt::format("{}\n", kSensitivityHead);
  bool refused = false;
  for (const ArmOutcomes& arm : arms) {
    for (std::size_t i = 0; i < asked.size(); ++i) {
      const ToldFindings told = told_of(*sampler, rows, arm, i, identity.outcomes[asked[i]], how);
      refused = refused || !told.refused.empty();
      fmt::print("{}", findings_text(told));
      append_findings(told, csv);
    }
  }
  fmt::print("\n{}\nIntervals are of {} % confidence, over the design's own chance.\n",
             sensitivity::limits_of(*sampler), 100.0 * options.level);
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
