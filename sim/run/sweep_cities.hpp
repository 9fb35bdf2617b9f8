// Burnt-in cities that runs of a sweep share.
#pragma once

#include <atomic>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "sim/run/replicate.hpp"
#include "sim/run/sweep.hpp"

namespace homeroom {

/// A factor that changes nothing before the first policy year.
inline bool is_of_policy(const std::string& key) { return key.starts_with("policy."); }

/// What so many burnt-in cities of so many children take, of all that are kept.
double bytes_of_kept_cities(double cities, double children);

/// Policies are in force from the first policy year on, so runs of one point, city and replicate
/// share their burn-in; and points that differ in policies' keys alone share it, too. With a folder
/// of burnt-in cities so does whatever else begins from the same city.
class SweepCities {
 public:
  struct BurntInCity {
    BurntIn city;
    std::vector<GrowthZero> zeros;
    std::size_t models;  ///< a policy that brings a model has it from the founding on
  };
  using Kept = std::shared_ptr<const BurntInCity>;

  SweepCities(const SweepPlan& plan, const SweepBurnIns& burn_ins);

  /// Lives a run from `kept`, the city of its job so far, or a shared one, where it may; else from
  /// its founding, and leaves its burnt-in city in `kept`. False where it was stopped.
  bool live(const Scenario& scenario, const SweepCity& city, const SweepArm& arm,
            const std::vector<std::string>& values, ReplicatePlan plan,
            const std::atomic<bool>& stop, Kept& kept);

 private:
  std::string name_of(const Scenario& scenario, const SweepCity& city,
                      const std::vector<std::string>& values, std::uint32_t replicate) const;
  Kept find(const std::string& name);
  void keep(const std::string& name, const Kept& city, double children);

  Kept in_folder(const Scenario& scenario, const std::string& fingerprint) const;
  void leave(const BurntInCity& city, const std::string& fingerprint);

  SweepBurnIns burn_ins_;
  std::atomic<bool> no_room_{false};  ///< nothing more is left in the folder
  std::vector<bool> of_policy_;  ///< by factor: it changes nothing before the first policy year
  bool share_ = false;           ///< across points
  bool again_ = false;           ///< within a job
  std::mutex mutex_;
  struct Entry {
    Kept city;
    std::list<std::string>::iterator age;
    double bytes;
  };
  std::unordered_map<std::string, Entry> cities_;
  std::list<std::string> ages_;  ///< names, those used last at the end
  double bytes_ = 0;
};

}  // namespace homeroom
