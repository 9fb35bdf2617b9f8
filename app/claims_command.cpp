#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "app/claims_lives.hpp"
#include "app/claims_told.hpp"
#include "app/find_scenario.hpp"
#include "app/interrupt.hpp"
#include "app/options.hpp"
#include "app/run_refusals.hpp"
#include "app/telling_failures.hpp"
#include "sim/core/words.hpp"
#include "sim/records/sweep_store.hpp"
#include "sim/scenario/claim.hpp"
#include "sim/scenario/toml_folder.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

class Claims {
 public:
  explicit Claims(const ClaimsOptions& options) : options_(options) {}

  int tell() {
    const fs::path folder =
        options_.folder.empty() ? scenarios_folder() / "claims" : fs::path(options_.folder);
    read(folder);
    if (sound_ && all_.empty()) {
      fmt::print(stderr, "homeroom claims: {} holds no claim\n", folder.string());
      return kBadInput;
    }
    refuse_unknown();
    if (!sound_) return kBadInput;
    if (chosen().empty()) {
      fmt::print(stderr, "homeroom claims: no claim is both of --id and of --city\n");
      return kBadInput;
    }
    return options_.list ? list() : judge(options_.output);
  }

 private:
  void read(const fs::path& folder) {
    for (const fs::path& file : toml_files_in(folder)) {
      ClaimReading reading = read_claim(file);
      fmt::print(stderr, "{}", format_faults(reading.faults));
      sound_ = sound_ && reading.faults.empty();
      all_.push_back(std::move(reading.claim));
    }
  }

  void refuse_unknown() {
    std::vector<std::string> ids, cities;
    for (const Claim& claim : all_) {
      ids.push_back(claim.id);
      cities.insert(cities.end(), claim.cities.begin(), claim.cities.end());
    }
    bool refused = words_refused("claims", "--id", options_.ids, ids, "claim");
    refused |= words_refused("claims", "--city", options_.cities, cities, "claim");
    refused |= threads_refused("claims", options_.threads);
    sound_ = sound_ && !refused;
  }

  /// The claims that are asked for, in order.
  std::vector<const Claim*> chosen() const {
    std::vector<const Claim*> asked;
    for (const Claim& claim : all_) {
      const bool id = options_.ids.empty() || is_among(claim.id, options_.ids);
      const bool city = options_.cities.empty() ||
                        std::any_of(claim.cities.begin(), claim.cities.end(), [&](const auto& one) {
                          return is_among(one, options_.cities);
                        });
      if (id && city) asked.push_back(&claim);
    }
    return asked;
  }

  int list() const {
    for (const Claim* claim : chosen()) {
      fmt::print("{:<5}{:<5}{:<15} {}\n", claim->id,
                 claim_rules()[static_cast<std::size_t>(claim->rule)],
                 claim_kinds()[static_cast<std::size_t>(claim->kind)], claim->says);
    }
    return kDone;
  }

  /// What was judged when it is interrupted, or cannot go on, is written as well.
  int judge(const fs::path& folder) const {
    ClaimsTold told(chosen(), options_);
    int status = kFailed;
    try {
      status = live(folder, told);
    } catch (...) {
      told.write(folder);
      throw;
    }
    if (!told.write(folder)) return kFailed;
    // Who goes on will begin from them.
    if (status != kInterrupted) forget_burn_ins(options_);
    return status;
  }

  int live(const fs::path& folder, ClaimsTold& told) const {
    std::vector<const Claim*> studied, tested, checked;
    for (const Claim* claim : chosen()) {
      if (why_not_published(*claim).empty()) studied.push_back(claim);
      if (why_not_tested(*claim).empty()) tested.push_back(claim);
      if (why_no_input(*claim).empty()) checked.push_back(claim);
    }
    const auto tell = [&](const Claim& claim, const auto& found) { told.add(claim, found); };
    const Interruptible interruptible;
    int worst = live_published(options_, all_, studied, folder, tell);
    if (worst == kInterrupted) return worst;
    const int inputs = live_inputs(options_, all_, checked, folder, tell);
    if (inputs == kInterrupted) return inputs;
    worst = std::max(worst, inputs);
    const int tests = live_tests(options_, tested, folder, tell);
    if (tests == kInterrupted || !options_.robust) return std::max(worst, tests);
    worst = std::max(worst, tests);
    const int joint = live_joint(options_, all_, chosen(), folder, tell);
    if (joint == kInterrupted) return joint;
    worst = std::max(worst, joint);
    return std::max(worst, live_supply(options_, all_, chosen(), folder, tell));
  }

  const ClaimsOptions& options_;
  bool sound_ = true;
  std::vector<Claim> all_;
};

}  // namespace

int judge_claims(const ClaimsOptions& options) {
  return telling_failures<StoreRefused>("homeroom claims", [&] { return Claims(options).tell(); });
}

}  // namespace homeroom::app
