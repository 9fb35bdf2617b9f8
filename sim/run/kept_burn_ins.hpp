// Replicates that begin from burnt-in cities which are kept, and leave theirs behind.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <vector>

#include "sim/run/burn_in_fingerprint.hpp"
#include "sim/run/burn_in_folder.hpp"

namespace homeroom {

/// What came of keeping the cities of a run.
struct KeptBurnInsTold {
  int found = 0;                     ///< replicates that began from a kept city
  int left = 0;                      ///< replicates that left theirs behind
  std::vector<std::string> remarks;  ///< what was wrong with files that are there, in no order
  int not_left = 0;                  ///< replicates whose city could not be left behind
  std::string why_not_left;          ///< of the first
};

/// The kept cities of one scenario; threads may share it.
class KeptBurnIns {
 public:
  /// See BurnInFingerprints. Both must live as long as this.
  KeptBurnIns(const BurnInFolder& folder, const Scenario& scenario, std::string_view program);

  /// As run_replicate, and what the years would have shown is the same. The plan must not ask for
  /// rows of the burn-in: a kept city has none. `year_done` counts the years of a kept burn-in,
  /// too.
  std::optional<ReplicateRecords> run(ReplicatePlan plan, const std::atomic<bool>& stop,
                                      const std::function<void()>& year_done);

  const KeptBurnInsTold& told() const { return told_; }

 private:
  std::optional<KeptBurnIn> find(const std::string& fingerprint);
  void keep(const std::string& fingerprint, const BurntIn& city,
            const std::vector<GrowthZero>& zeros);

  const BurnInFolder& folder_;
  const Scenario& scenario_;
  BurnInFingerprints fingerprints_;
  std::mutex mutex_;
  std::atomic<bool> no_room_{false};  ///< nothing more is tried
  KeptBurnInsTold told_;
};

}  // namespace homeroom
