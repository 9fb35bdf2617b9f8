#include "app/sensitivity_rows.hpp"

#include <fmt/format.h>

#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace homeroom::app {
namespace {

using sensitivity::DesignRefused;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Takes runs in their order: all runs of a point stand together.
class ByPoint {
 public:
  ByPoint(std::uint64_t points, int replicates, const std::vector<std::size_t>& asked,
          sensitivity::DesignRows& rows)
      : points_(points), replicates_(replicates), asked_(asked), rows_(rows) {}

  void take(const SweepRun& run) {
    if (point_ != run.point) {
      close();
      point_ = run.point;
      rows_.add(run.point, run.factors);
    }
    if (run.point >= points_ || !run.failure.empty()) return;
    if (run.replicate < 1 || run.replicate > static_cast<std::uint32_t>(replicates_)) {
      throw DesignRefused(fmt::format("Run {} is of replicate {}; the design has {}.", run.run,
                                      run.replicate, replicates_));
    }
    std::vector<double>& values = of_point_[arm_of(run)];
    for (std::size_t i = 0; i < asked_.size(); ++i) {
      values[i * static_cast<std::size_t>(replicates_) + run.replicate - 1] =
          run.outcomes.at(asked_[i]);
    }
  }

  std::vector<ArmOutcomes> finish() {
    close();
    return std::move(arms_);
  }

 private:
  std::size_t arm_of(const SweepRun& run) {
    const auto [found, is_new] = places_.try_emplace({run.scenario, run.policy}, arms_.size());
    if (!is_new) return found->second;
    ArmOutcomes arm{run.scenario, run.policy, {}};
    for (std::size_t i = 0; i < asked_.size(); ++i) {
      arm.outcomes.push_back({std::vector<double>(points_, kNone), by_replicate(),
                              sensitivity::ReplicateNoise(replicates_)});
    }
    arms_.push_back(std::move(arm));
    of_point_.emplace_back(asked_.size() * static_cast<std::size_t>(replicates_), kNone);
    return found->second;
  }

  std::vector<std::vector<double>> by_replicate() const {
    const std::size_t count = replicates_ > 1 ? static_cast<std::size_t>(replicates_) : 0;
    return {count, std::vector<double>(points_, kNone)};
  }

  /// The point's last run was seen.
  void close() {
    if (!point_ || *point_ >= points_) return;
    const auto replicates = static_cast<std::ptrdiff_t>(replicates_);
    for (std::size_t arm = 0; arm < arms_.size(); ++arm) {
      for (std::size_t i = 0; i < asked_.size(); ++i) {
        const auto first = of_point_[arm].begin() + static_cast<std::ptrdiff_t>(i) * replicates;
        OutcomeOfArm& outcome = arms_[arm].outcomes[i];
        outcome.means[*point_] =
            std::accumulate(first, first + replicates, 0.0) / static_cast<double>(replicates_);
        outcome.noise.add({first, first + replicates});
        for (std::size_t r = 0; r < outcome.replicates.size(); ++r) {
          outcome.replicates[r][*point_] = first[static_cast<std::ptrdiff_t>(r)];
        }
      }
      std::fill(of_point_[arm].begin(), of_point_[arm].end(), kNone);
    }
  }

  std::uint64_t points_;
  int replicates_;
  const std::vector<std::size_t>& asked_;
  sensitivity::DesignRows& rows_;
  std::optional<std::uint64_t> point_;
  std::map<std::pair<std::string, std::string>, std::size_t> places_;
  std::vector<ArmOutcomes> arms_;
  std::vector<std::vector<double>> of_point_;  // by arm: outcomes' replicates
};

}  // namespace

std::vector<ArmOutcomes> outcomes_of(const CollectedSweep& sweep, std::uint64_t points,
                                     int replicates, const std::vector<std::size_t>& asked,
                                     sensitivity::DesignRows& rows) {
  ByPoint table(points, replicates, asked, rows);
  sweep.for_each([&](const SweepRun& run) { table.take(run); });
  return table.finish();
}

}  // namespace homeroom::app
