#include "app/ready_sweep.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "app/find_scenario.hpp"
#include "app/program_file.hpp"
#include "app/read_sweep_cities.hpp"
#include "app/read_sweep_outcomes.hpp"
#include "app/sweep_checks.hpp"
#include "sim/records/manifest.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/sweep_factor.hpp"
#include "sim/scenario/toml_folder.hpp"

namespace homeroom::app {
namespace {

std::filesystem::path named_design(const std::string& name) {
  std::error_code error;
  if (std::filesystem::exists(name, error)) return name;
  const auto ours = scenarios_folder() / "sweeps" / (name + ".toml");
  return std::filesystem::is_regular_file(ours, error)
             ? ours
             : std::filesystem::path(named_scenario(name));
}

std::vector<std::string> shipped_designs() {
  std::vector<std::string> names;
  for (const auto& file : toml_files_in(scenarios_folder() / "sweeps")) {
    names.push_back(file.stem().string());
  }
  return names;
}

/// Reads a design part by part and prints what is wrong; `sound` tells whether nothing was.
class SweepReader {
 public:
  SweepReader(const SweepOptions& options, ReadySweep& ready) : options_(options), ready_(ready) {}

  int read(SweepDesign design) {
    ready_.design = std::move(design);
    take_options();
    tell(read_outcomes(ready_));
    read_points();
    sound_ &= read_cities(ready_);
    tell(clashing_names(ready_.design, ready_.factors, ready_.plan.names()));
    if (sound_) tell(too_many_runs(ready_));
    if (sound_ && !options_.unchecked) tell(values_out_of_place(ready_, farthest_));
    if (sound_) tell(outcomes_of_no_city(ready_));
    if (!sound_) return kBadInput;
    finish();
    return kDone;
  }

 private:
  bool tell(const std::vector<Fault>& faults) {
    if (faults.empty()) return false;
    fmt::print(stderr, "{}", format_faults(faults));
    sound_ = false;
    return true;
  }

  void take_options() {
    if (options_.first_replicate) ready_.design.first_replicate = *options_.first_replicate;
    if (options_.replicates) ready_.design.replicates = *options_.replicates;
    for (const std::string& setting : options_.settings) {
      ready_.design.settings.push_back(setting);
    }
  }

  void read_points() {
    PointsReading reading = points_of(ready_.design);
    if (tell(reading.faults)) return;
    ready_.factors = std::move(reading.factors);
    ready_.points = std::move(reading.points);
    list_ = reading.list_fingerprint;
    farthest_ = std::move(reading.farthest);
  }

  void finish() {
    SweepPlan& plan = ready_.plan;
    for (const SweepFactor& factor : ready_.factors) plan.keys.push_back(factor.key);
    plan.points = ready_.points->count();
    if (ready_.design.method == SweepMethod::Grid) {
      for (const SweepFactor& factor : ready_.factors) plan.levels.push_back(factor.levels.size());
    }
    plan.values_repeat = ready_.design.method != SweepMethod::LatinHypercube &&
                         ready_.design.method != SweepMethod::Sobol;
    plan.values_at = [points = ready_.points](std::uint64_t point) {
      return points->values_at(point);
    };
    plan.settings = ready_.design.settings;
    plan.divide = ready_.design.divide;
    plan.replicates = static_cast<std::uint32_t>(ready_.design.replicates);
    plan.first_replicate = static_cast<std::uint32_t>(ready_.design.first_replicate);
    plan.shard = options_.shard;
    plan.shards = options_.shards;
    ready_.text = sweep_text(ready_, list_);
    ready_.program = options_.program.empty() ? program_name() : options_.program;
    ready_.fingerprint = fingerprint(ready_.program + "\n" + ready_.text);
  }

  const SweepOptions& options_;
  ReadySweep& ready_;
  bool sound_ = true;
  std::string list_;
  std::vector<ListedPoint> farthest_;
};

}  // namespace

Fault design_fault(const SweepDesign& design, const std::string& key, const std::string& what,
                   const std::string& allowed, const std::string& nearest) {
  return {design.file.string(), 0, 0, key, what, allowed, nearest};
}

int make_ready(const SweepOptions& options, SweepDesign design, ReadySweep& ready) {
  if (numbers_refused(options)) return kBadInput;
  return SweepReader(options, ready).read(std::move(design));
}

int read_sweep(const SweepOptions& options, ReadySweep& ready) {
  const std::filesystem::path file = named_design(options.design);
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    const std::vector<std::string> known = shipped_designs();
    const std::string nearest = nearest_of(options.design, known);
    fmt::print(stderr, "homeroom sweep: {}: is no design (allowed: a file, {}){}\n", options.design,
               listed(known),
               nearest.empty() ? "" : fmt::format("; did you mean \"{}\"?", nearest));
    return kBadInput;
  }
  SweepReading reading = read_sweep_design(file);
  fmt::print(stderr, "{}", format_faults(reading.faults));
  if (!reading.faults.empty()) return kBadInput;
  return make_ready(options, std::move(reading.design), ready);
}

}  // namespace homeroom::app
