// Runs of a claim's sweep, as what its tests compare.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "analysis/claims/test_rule.hpp"
#include "app/ready_sweep.hpp"
#include "sim/records/sweep_store.hpp"
#include "sim/scenario/claim.hpp"

namespace homeroom::app {

/// The levels of what a test compares, in their order.
std::vector<std::string> levels_of(const SweepDesign& sweep, const std::string& compare);

/// How many paths the tests of a claim cut, each by itself.
std::size_t paths_cut(const Claim& claim);

/// Means over whatever else varies, by city, replicate and the levels of what one test compares.
class TestCells {
 public:
  /// `test` and the `sweep` that is lived for it must outlive this. Of a test of one path among
  /// several the others stay whole, unless all are cut `together`.
  TestCells(const SweepDesign& sweep, const ClaimTest& test, const ReadySweep& ready,
            bool together = false);

  /// Of runs that have the test's outcome alone, policies as the claim calls them and a value for
  /// each factor of its `sweep`.
  TestCells(const SweepDesign& sweep, const ClaimTest& test, bool together = false);

  /// A run of one part in `divide` of its city; what the outcome counts is told as of the whole.
  void add(const SweepRun& run, int divide = 1);

  /// By replicate, means over the cities that have every level that is asked for.
  claims::Levels levels() const;

 private:
  struct Cell {
    double sum = 0;
    int count = 0;
  };
  using Key = std::tuple<std::string, std::uint32_t, std::string, std::string>;

  std::string level_in(const SweepRun& run, const std::string& compare) const;
  bool is_cut_elsewhere(const SweepRun& run) const;
  double at(const std::string& city, std::uint32_t replicate, const std::string& level,
            const std::string& with) const;
  std::vector<double> of_city(const std::string& city, std::uint32_t replicate,
                              const std::vector<std::string>& asked) const;
  std::vector<double> of_replicate(std::uint32_t replicate, const std::set<std::string>& cities,
                                   const std::vector<std::string>& asked) const;

  const SweepDesign& sweep_;
  const ClaimTest& test_;
  bool together_ = false;
  std::size_t outcome_ = 0;
  std::vector<std::string> factors_;             ///< names, by column
  std::map<std::string, std::string> policies_;  ///< as runs call them: as the claim does
  std::map<Key, Cell> cells_;
  std::map<std::uint32_t, std::set<std::string>> replicates_;
};

}  // namespace homeroom::app
