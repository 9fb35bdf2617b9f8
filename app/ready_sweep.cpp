#include "app/ready_sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <set>

#include "app/find_scenario.hpp"
#include "app/policy_sets.hpp"
#include "app/program_file.hpp"
#include "app/read_scenarios.hpp"
#include "app/sweep_checks.hpp"
#include "sim/records/manifest.hpp"
#include "sim/run/sweep_cities.hpp"
#include "sim/scenario/scaled.hpp"
#include "sim/scenario/sweep_factor.hpp"

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

/// Reads a design part by part and prints what is wrong; `sound` tells whether nothing was.
class SweepReader {
 public:
  SweepReader(const SweepOptions& options, ReadySweep& ready) : options_(options), ready_(ready) {}

  int read(SweepDesign design) {
    ready_.design = std::move(design);
    take_options();
    read_outcomes();
    read_points();
    read_cities();
    tell(clashing_names(ready_.design, ready_.factors, ready_.plan.names()));
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

  void tell_of_design(const std::string& key, const std::string& what,
                      const std::string& allowed = {}, const std::string& nearest = {}) {
    tell({Fault{ready_.design.file.string(), 0, 0, key, what, allowed, nearest}});
  }

  void take_options() {
    if (options_.first_replicate) ready_.design.first_replicate = *options_.first_replicate;
    if (options_.replicates) ready_.design.replicates = *options_.replicates;
    for (const std::string& setting : options_.settings) {
      ready_.design.settings.push_back(setting);
    }
  }

  void read_outcomes() {
    constexpr std::size_t kMost = 1500;  // a table of the store has 2,000 columns at most
    if (ready_.design.outcomes.size() > kMost) {
      tell_of_design("outcomes", fmt::format("are {}", ready_.design.outcomes.size()),
                     fmt::format("at most {}", kMost));
    }
    std::vector<PublishedOutcome> published;
    std::vector<StudiedOutcome> studied;
    for (const std::string& name : ready_.design.outcomes) {
      if (is_published(name)) {
        read_into(read_published(name), name, published);
        continue;
      }
      if (is_studied(name)) {
        read_into(read_studied(name), name, studied);
        continue;
      }
      OutcomeReading read = read_outcome(name);
      if (read.fault.empty()) {
        ready_.plan.outcomes.push_back(std::move(read.outcome));
      } else {
        tell_of_design("outcomes", fmt::format("\"{}\" {}", name, read.fault), read.allowed,
                       read.nearest);
      }
    }
    set_readers(std::move(published), std::move(studied));
  }

  /// What a run must be read for, beside its tables.
  template <class Reading, class Read>
  void read_into(Reading read, const std::string& name, std::vector<Read>& outcomes) {
    if (read.fault.empty()) {
      outcomes.push_back(std::move(read.outcome));
    } else {
      tell_of_design("outcomes", fmt::format("\"{}\" {}", name, read.fault), read.allowed,
                     read.nearest);
    }
  }

  void set_readers(std::vector<PublishedOutcome> published, std::vector<StudiedOutcome> studied) {
    for (const PublishedOutcome& outcome : published) ready_.plan.read.push_back(outcome.name);
    for (const StudiedOutcome& outcome : studied) ready_.plan.read.push_back(outcome.name);
    if (ready_.plan.read.empty()) return;
    ready_.published = std::make_shared<const std::vector<PublishedOutcome>>(std::move(published));
    ready_.studied = std::make_shared<const std::vector<StudiedOutcome>>(std::move(studied));
    ready_.plan.reader = [first = ready_.published, second = ready_.studied] {
      if (second->empty()) return published_reader(*first);
      if (first->empty()) return studied_reader(*second);
      return both_readers(published_reader(*first), studied_reader(*second));
    };
  }

  void read_points() {
    PointsReading reading = points_of(ready_.design);
    if (tell(reading.faults)) return;
    ready_.factors = std::move(reading.factors);
    ready_.points = std::move(reading.points);
    list_ = reading.list_fingerprint;
    farthest_ = std::move(reading.farthest);
  }

  /// Its design is read again from the folder of the sweep, and perhaps from a node of a cluster.
  static std::string from_anywhere(const std::filesystem::path& file) {
    return std::filesystem::absolute(file).lexically_normal().string();
  }

  /// Policies that stand in policies/ beside the design go before the shipped ones.
  std::string with_own_policies(const std::string& named) const {
    std::string text;
    std::error_code error;
    for (std::size_t at = 0; at <= named.size();) {
      const std::size_t end = std::min(named.find('+', at), named.size());
      const std::string term = named.substr(at, end - at);
      const auto own = ready_.design.file.parent_path() / "policies" / (term + ".toml");
      const bool here = std::filesystem::is_regular_file(own, error);
      text += (text.empty() ? "" : "+") + (here ? from_anywhere(own) : term);
      at = end + 1;
    }
    return text;
  }

  struct AskedSet {
    PolicySet set;
    std::string asked;  ///< as --policy takes it
  };

  std::vector<AskedSet> read_policies() {
    std::vector<AskedSet> sets;
    std::set<std::string> names;
    for (const std::string& named : ready_.design.policies) {
      const std::string asked = with_own_policies(named);
      std::optional<PolicySet> set = named == "none" ? PolicySet{named, {}} : policy_set(asked);
      sound_ = sound_ && set;
      if (!set) continue;
      if (!names.insert(set->name).second) {
        tell_of_design("policies",
                       fmt::format("\"{}\" is another name of \"{}\"", named, set->name));
      }
      sets.push_back({std::move(*set), asked});
    }
    return sets;
  }

  std::vector<std::pair<SweepArmDesign, AskedSet>> read_arms() {
    std::vector<std::pair<SweepArmDesign, AskedSet>> arms;
    for (const SweepArmDesign& arm : ready_.design.arms) {
      const std::string asked = with_own_policies(arm.policy);
      std::optional<PolicySet> set =
          arm.policy == "none" ? PolicySet{arm.policy, {}} : policy_set(asked);
      sound_ = sound_ && set;
      if (set) arms.push_back({arm, {std::move(*set), asked}});
    }
    return arms;
  }

  void read_cities() {
    const std::vector<AskedSet> sets = read_policies();
    const std::vector<std::pair<SweepArmDesign, AskedSet>> own = read_arms();
    std::set<std::string> names;
    for (const std::string& named : ready_.design.scenarios) {
      SweepCity city;
      find_file(named, city);
      for (const AskedSet& set : sets) add_arm(set, city);
      for (const auto& [arm, set] : own) add_arm(set, city, &arm);
      if (city.arms.empty()) continue;
      const Scenario& scenario = *city.arms.front().source.base().scenario;
      if (scenario.nation) {
        tell_of_design("scenarios", fmt::format("\"{}\" is a nation", named), "cities");
      }
      const std::string why = ready_.design.divide > 1 ? why_not_scaled(scenario) : std::string();
      if (!why.empty()) tell_of_design("divide", fmt::format("\"{}\" {}", named, why));
      city.name = std::filesystem::path(city.file).stem().string();
      if (!names.insert(city.name).second) {
        tell_of_design("scenarios", fmt::format("\"{}\" has the name of another", named));
      }
      ready_.plan.cities.push_back(std::move(city));
    }
  }

  /// Beside the design, or a shipped scenario by its bare name, which may lie elsewhere tomorrow.
  void find_file(const std::string& named, SweepCity& city) const {
    std::error_code error;
    const auto beside = ready_.design.file.parent_path() / named;
    const bool here = std::filesystem::is_regular_file(beside, error);
    city.file = here ? from_anywhere(beside) : named_scenario(named);
    const bool shipped = !here && city.file != named;
    if (!here) city.file = from_anywhere(city.file);
    city.asked = shipped ? named : city.file;
  }

  /// `own`: an arm with settings of its own.
  void add_arm(const AskedSet& asked, SweepCity& city, const SweepArmDesign* own = nullptr) {
    const PolicySet& set = asked.set;
    const bool none = set.files.empty();
    std::vector<std::string> settings = ready_.design.settings;
    if (own) settings.insert(settings.end(), own->settings.begin(), own->settings.end());
    SweepArm arm{own ? own->name : set.name, asked.asked,
                 ScenarioSource(city.file, settings,
                                none ? PolicyFiles{} : PolicyFiles{set.files, set.name, {}})};
    if (own) {
      arm.settings = own->settings;
      arm.own_burn_in = !std::all_of(own->settings.begin(), own->settings.end(), is_of_policy);
    }
    const Reading& base = arm.source.base();
    if (!base.faults.empty()) {
      fmt::print(stderr, "{}", faults_text(city.file, base.faults));
      sound_ = false;
      return;
    }
    city.arms.push_back(std::move(arm));
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

int make_ready(const SweepOptions& options, SweepDesign design, ReadySweep& ready) {
  if (numbers_refused(options)) return kBadInput;
  return SweepReader(options, ready).read(std::move(design));
}

int read_sweep(const SweepOptions& options, ReadySweep& ready) {
  SweepReading reading = read_sweep_design(named_design(options.design));
  fmt::print(stderr, "{}", format_faults(reading.faults));
  if (!reading.faults.empty()) return kBadInput;
  return make_ready(options, std::move(reading.design), ready);
}

}  // namespace homeroom::app
