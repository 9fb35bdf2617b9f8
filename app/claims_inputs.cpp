#include "app/claims_inputs.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <map>

#include "app/claims_city.hpp"
#include "app/claims_input_keys.hpp"
#include "app/claims_lives.hpp"
#include "app/claims_policies.hpp"
#include "sim/records/sweep_tables.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

class Inputs {
 public:
  Inputs(const ClaimsOptions& options, const std::vector<Claim>& all, const fs::path& folder)
      : options_(options), all_(all), folder_(folder) {}

  int live(const std::vector<const Claim*>& asked, const TellInput& tell) {
    int worst = kDone;
    for (const Claim* claim : asked) {
      CheckedInput checked;
      const int status =
          claim->input->key.empty() ? lived(*claim, checked) : looked_up(*claim, checked);
      if (status == kInterrupted) return status;
      worst = std::max(worst, status);
      tell(*claim, checked);
    }
    return worst;
  }

 private:
  int looked_up(const Claim& claim, CheckedInput& checked) const {
    std::vector<double> values;
    bool within = true;
    for (const std::string& city : claim.cities) {
      const auto scenario = read_city(city);
      if (!scenario) return kBadInput;
      const SetValue set = set_value(*scenario, claim.input->key);
      values.push_back(set.value);
      checked.notes.push_back(set.told);
      within = within && values.back() >= claim.input->low && values.back() <= claim.input->high;
    }
    checked.finding = claims::check_input(values, claim.input->low, claim.input->high);
    checked.finding.low = checked.finding.high = kNone;  // cities are no replicates
    checked.finding.replicates = 0;
    checked.finding.within = within;
    return kDone;
  }

  int lived(const Claim& claim, CheckedInput& checked) {
    int worst = kDone;
    for (const std::string& city : claim.cities) {
      const int status = live_city(city);
      if (status == kInterrupted || status == kBadInput) return status;
      worst = std::max(worst, status);
    }
    std::map<std::uint32_t, std::vector<double>> by_replicate;
    for (const std::string& city : claim.cities) {
      for (const auto& [replicate, value] : cities_[city][claim.input->outcome]) {
        if (static_cast<int>(replicate) <= replicates_of(claim)) {
          by_replicate[replicate].push_back(value);
        }
      }
    }
    std::vector<double> means;
    for (const auto& [replicate, values] : by_replicate) {
      double sum = 0, there = 0;
      for (const double value : values) {
        if (std::isnan(value)) continue;
        sum += value;
        ++there;
      }
      means.push_back(there > 0 ? sum / there : kNone);
    }
    checked.finding = claims::check_input(means, claim.input->low, claim.input->high);
    return worst;
  }

  int replicates_of(const Claim& claim) const {
    return options_.quick ? kQuickReplicates : claim.replicates;
  }

  /// Once for all claims of a city that look at an outcome, whichever are asked for.
  int live_city(const std::string& city) {
    const auto known = status_.find(city);
    return known != status_.end() ? known->second : status_[city] = live_new_city(city);
  }

  int live_new_city(const std::string& city) {
    SweepDesign design;
    design.name = "inputs of " + city;
    design.scenarios = {city};
    design.policies = {"none"};
    design.replicates = 1;
    for (const Claim& claim : all_) {
      const auto& in = claim.cities;
      const bool here = std::find(in.begin(), in.end(), city) != in.end();
      if (!why_no_input(claim).empty() || claim.input->outcome.empty() || !here) continue;
      design.outcomes.push_back(claim.input->outcome);
      design.file = claim.file.parent_path();  // where a fault of any of them is
      design.replicates = std::max(design.replicates, replicates_of(claim));
    }
    std::sort(design.outcomes.begin(), design.outcomes.end());
    design.outcomes.erase(std::unique(design.outcomes.begin(), design.outcomes.end()),
                          design.outcomes.end());
    const fs::path folder =
        folder_ / fs::path(city).stem() / (options_.quick ? "quick-inputs" : "inputs");
    ReadySweep ready;
    const int status = live_design(options_, design, folder, ready);
    if (status == kInterrupted || status == kBadInput) return status;
    const std::vector<std::string> names = ready.plan.names();
    CollectedSweep(folder).for_each([&](const SweepRun& run) {
      for (std::size_t i = 0; i < run.outcomes.size(); ++i) {
        cities_[city][names[i]][run.replicate] = run.outcomes[i];
      }
    });
    return status;
  }

  const ClaimsOptions& options_;
  const std::vector<Claim>& all_;
  const fs::path& folder_;
  /// By city, outcome and replicate.
  std::map<std::string, std::map<std::string, std::map<std::uint32_t, double>>> cities_;
  std::map<std::string, int> status_;  ///< of cities that were lived, or could not be
};

}  // namespace

bool was_told(const CheckedInput& input) {
  return input.finding.replicates > 0 || !input.notes.empty();
}

std::string why_no_input(const Claim& claim) {
  if (claim.rule == ClaimRule::None) return claim.not_testable;
  const bool asked =
      claim.rule == ClaimRule::Input ||
      std::find(claim.also.begin(), claim.also.end(), ClaimRule::Input) != claim.also.end();
  return asked && claim.input ? "" : "has no input";
}

int live_inputs(const ClaimsOptions& options, const std::vector<Claim>& all,
                const std::vector<const Claim*>& asked, const fs::path& folder,
                const TellInput& tell) {
  return Inputs(options, all, folder).live(asked, tell);
}

}  // namespace homeroom::app
