#include "app/sensitivity_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "analysis/sensitivity/factorial.hpp"
#include "app/mapped_file.hpp"
#include "app/sensitivity_rows.hpp"
#include "app/sweep_points.hpp"
#include "sim/scenario/sweep_design.hpp"

namespace homeroom::app {
namespace {

using sensitivity::DesignRefused;

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

}  // namespace

SweepFindings findings_of_sweep(const std::filesystem::path& folder,
                                const std::vector<std::string>& outcomes,
                                const sensitivity::Asked& how) {
  const CollectedSweep sweep(folder);
  const SweepIdentity& identity = sweep.identity();
  const SweepDesign design = design_of(folder, identity.design);
  const std::vector<std::size_t> asked = places_of(outcomes, identity.outcomes);
  const std::unique_ptr<sensitivity::Sampler> sampler = design_sampler(design);
  sensitivity::DesignRows rows(*sampler, identity.factors,
                               [&](const double* unit) { return values_at(design.factors, unit); });
  const std::vector<ArmOutcomes> arms =
      outcomes_of(sweep, sampler->points(), design.replicates, asked, rows);
  rows.refuse_faults();
  SweepFindings found;
  found.what = fmt::format("{}: {}; {} points of which {} are here, {} replicate{} each",
                           design.name, sampler->identity(), sampler->points(), rows.present(),
                           design.replicates, design.replicates == 1 ? "" : "s");
  found.limits = sensitivity::limits_of(*sampler);
  for (const ArmOutcomes& arm : arms) {
    for (std::size_t i = 0; i < asked.size(); ++i) {
      found.told.push_back(told_of(*sampler, rows, arm, i, identity.outcomes[asked[i]], how));
    }
  }
  return found;
}

}  // namespace homeroom::app
