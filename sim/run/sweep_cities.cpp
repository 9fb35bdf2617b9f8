#include "sim/run/sweep_cities.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/run/burn_in_fingerprint.hpp"

namespace homeroom {
namespace {

// About what a burnt-in city takes with its teachers and schools (4.3 MB of Boston's 55,000), and
// what all may take together.
constexpr double kBytesPerChild = 75.0;
constexpr double kMostBytes = 512.0 * 1048576.0;

}  // namespace

double bytes_of_kept_cities(double cities, double children) {
  return std::min(kMostBytes, cities * kBytesPerChild * children);
}

SweepCities::SweepCities(const SweepPlan& plan, const SweepBurnIns& burn_ins)
    : burn_ins_(burn_ins), again_(plan.policies() > 1) {
  for (const std::string& key : plan.keys) of_policy_.push_back(is_of_policy(key));
  const auto policies = std::count(of_policy_.begin(), of_policy_.end(), true);
  const bool all = policies == static_cast<std::ptrdiff_t>(of_policy_.size());
  share_ = policies > 0 && (all || plan.values_repeat);
}

std::string SweepCities::name_of(const Scenario& scenario, const SweepCity& city,
                                 const std::vector<std::string>& values,
                                 std::uint32_t replicate) const {
  std::string name = fmt::format("{}\n{}\n{}", city.name, replicate, scenario.law.models.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!of_policy_[i]) name += "\n" + values[i];
  }
  return name;
}

SweepCities::Kept SweepCities::find(const std::string& name) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto found = cities_.find(name);
  if (found == cities_.end()) return nullptr;
  ages_.splice(ages_.end(), ages_, found->second.age);
  return found->second.city;
}

void SweepCities::keep(const std::string& name, const Kept& city, double children) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const double bytes = kBytesPerChild * children;
  if (bytes > kMostBytes || cities_.count(name) > 0) return;
  while (bytes_ + bytes > kMostBytes) {
    const auto oldest = cities_.find(ages_.front());
    bytes_ -= oldest->second.bytes;
    cities_.erase(oldest);
    ages_.pop_front();
  }
  ages_.push_back(name);
  cities_.emplace(name, Entry{city, std::prev(ages_.end()), bytes});
  bytes_ += bytes;
}

/// A file that cannot be read is no city: it is lived anew and takes the file's place.
SweepCities::Kept SweepCities::in_folder(const Scenario& scenario,
                                         const std::string& fingerprint) const {
  BurnInReading reading = burn_ins_.folder->find(fingerprint, scenario);
  if (!reading.kept) return nullptr;
  return std::make_shared<BurntInCity>(BurntInCity{
      std::move(reading.kept->city), std::move(reading.kept->zeros), scenario.law.models.size()});
}

void SweepCities::leave(const BurntInCity& city, const std::string& fingerprint) {
  if (no_room_) return;
  if (burn_ins_.folder->keep(fingerprint, burn_in_bytes(city.city, city.zeros, fingerprint))
          .no_room) {
    no_room_ = true;
  }
}

bool SweepCities::live(const Scenario& scenario, const SweepCity& city, const SweepArm& arm,
                       const std::vector<std::string>& values, ReplicatePlan plan,
                       const std::atomic<bool>& stop, Kept& kept) {
  std::string name = share_ ? name_of(scenario, city, values, plan.replicate) : std::string();
  if (share_ && arm.own_burn_in) name += "\n" + arm.policy;
  const auto fits = [&] { return kept && kept->models == scenario.law.models.size(); };
  if (share_ && !kept) kept = find(name);
  std::string fingerprint;
  if (burn_ins_.folder && !fits()) {
    fingerprint = BurnInFingerprints(scenario, burn_ins_.program).of(plan.replicate);
    if (Kept there = in_folder(scenario, fingerprint)) kept = std::move(there);
  }
  const bool begun = fits();
  if (begun) {
    plan.burnt_in = &kept->city;
    plan.zeros = &kept->zeros;
  } else if (share_ || again_ || burn_ins_.folder) {
    plan.read_burnt_in = [&](const BurntIn& burnt_in, const std::vector<GrowthZero>& zeros) {
      kept =
          std::make_shared<BurntInCity>(BurntInCity{burnt_in, zeros, scenario.law.models.size()});
      if (burn_ins_.folder) leave(*kept, fingerprint);
    };
  }
  const bool lived = run_replicate(scenario, plan, stop, [] {}).has_value();
  if (lived && share_ && kept) {
    keep(name, kept, static_cast<double>(kept->city.world.students.size()));
  }
  return lived;
}

}  // namespace homeroom
