// One claim, judged anew at each of many points: of a space, or of other cities' supply.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/claims/published_rule.hpp"
#include "app/claims_cells.hpp"
#include "app/claims_joint_arms.hpp"
#include "sim/records/sweep_store.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom::app {

class ClaimOverPoints {
 public:
  /// `claim` must outlive this.
  explicit ClaimOverPoints(const Claim& claim);

  /// In which it is lived.
  const std::vector<std::string>& cities() const { return cities_; }

  /// Names of the outcomes that its arms need in a city.
  std::vector<std::string> outcomes_in(const Scenario& scenario) const;

  /// A run of one part in `divide` of `city` at a point, which the claim reads as `use`; `columns`
  /// tells where its outcomes stand. What tests count is told as of the whole city.
  void add(const SweepRun& run, std::uint64_t point, const ArmUse& use, const std::string& city,
           const Scenario& scenario, const std::map<std::string, std::size_t>& columns, int divide);

  /// Cities of the claim of which no run was added.
  std::vector<std::string> cities_left_out() const;

  /// By point. Of a study's claim as its rule judges the cities of the point; of tests by their
  /// estimates alone: few replicates have wide intervals.
  std::map<std::uint64_t, claims::Verdict> judged() const;

 private:
  /// What the runs of one point say.
  struct AtPoint {
    std::vector<TestCells> tests;
    std::map<std::uint32_t, claims::StudiedCity> model, placebo;  ///< by replicate
  };

  void add_tests(const SweepRun& run, const ArmUse& use,
                 const std::map<std::string, std::size_t>& columns, int divide,
                 AtPoint& point) const;
  void add_study(const SweepRun& run, const ArmUse& use, const std::string& city,
                 const Scenario& scenario, const std::map<std::string, std::size_t>& columns,
                 AtPoint& point) const;
  claims::Verdict judged_tests(const AtPoint& point) const;
  claims::Verdict judged_study(const AtPoint& point) const;

  const Claim& claim_;
  bool study_;
  SweepDesign narrowed_;
  std::vector<std::string> cities_;
  std::map<std::uint64_t, AtPoint> points_;
  std::set<std::string> lived_;  ///< cities
};

}  // namespace homeroom::app
