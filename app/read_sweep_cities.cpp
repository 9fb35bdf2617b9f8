#include "app/read_sweep_cities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <set>

#include "app/find_scenario.hpp"
#include "app/policy_sets.hpp"
#include "app/read_scenarios.hpp"
#include "sim/run/sweep_cities.hpp"
#include "sim/scenario/scaled.hpp"

namespace homeroom::app {
namespace {

/// Its design is read again from the folder of the sweep, and perhaps from a node of a cluster.
std::string from_anywhere(const std::filesystem::path& file) {
  return std::filesystem::absolute(file).lexically_normal().string();
}

/// Policies that stand in policies/ beside the design go before the shipped ones.
std::string with_own_policies(const SweepDesign& design, const std::string& named) {
  std::string text;
  std::error_code error;
  for (std::size_t at = 0; at <= named.size();) {
    const std::size_t end = std::min(named.find('+', at), named.size());
    const std::string term = named.substr(at, end - at);
    const auto own = design.file.parent_path() / "policies" / (term + ".toml");
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

/// Prints what is wrong with one after the other; `sound_` tells whether nothing was.
class CityReader {
 public:
  explicit CityReader(ReadySweep& ready) : ready_(ready) {}

  bool read() {
    const std::vector<AskedSet> sets = read_policies();
    const std::vector<std::pair<SweepArmDesign, AskedSet>> own = read_arms();
    std::set<std::string> names;
    for (const std::string& named : ready_.design.scenarios) {
      SweepCity city;
      if (!find_file(named, city)) continue;
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
    return sound_;
  }

 private:
  void tell_of_design(const std::string& key, const std::string& what,
                      const std::string& allowed = {}, const std::string& nearest = {}) {
    fmt::print(stderr, "{}",
               format_faults({design_fault(ready_.design, key, what, allowed, nearest)}));
    sound_ = false;
  }

  std::vector<AskedSet> read_policies() {
    std::vector<AskedSet> sets;
    std::set<std::string> names;
    for (const std::string& named : ready_.design.policies) {
      const std::string asked = with_own_policies(ready_.design, named);
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
      const std::string asked = with_own_policies(ready_.design, arm.policy);
      std::optional<PolicySet> set =
          arm.policy == "none" ? PolicySet{arm.policy, {}} : policy_set(asked);
      sound_ = sound_ && set;
      if (set) arms.push_back({arm, {std::move(*set), asked}});
    }
    return arms;
  }

  /// Beside the design, or a shipped scenario by its bare name, which may lie elsewhere tomorrow.
  bool find_file(const std::string& named, SweepCity& city) {
    std::error_code error;
    const auto beside = ready_.design.file.parent_path() / named;
    const bool here = std::filesystem::is_regular_file(beside, error);
    city.file = here ? from_anywhere(beside) : named_scenario(named);
    const bool shipped = !here && city.file != named;
    if (!here) city.file = from_anywhere(city.file);
    city.asked = shipped ? named : city.file;
    if (std::filesystem::exists(city.file, error)) return true;
    const std::string near = near_scenario(named);
    tell_of_design("scenarios", fmt::format("\"{}\" is no scenario", named),
                   "a file beside the design, or the name of a shipped one",
                   near.empty() ? "" : std::filesystem::path(near).stem().string());
    return false;
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

  ReadySweep& ready_;
  bool sound_ = true;
};

}  // namespace

bool read_cities(ReadySweep& ready) { return CityReader(ready).read(); }

}  // namespace homeroom::app
