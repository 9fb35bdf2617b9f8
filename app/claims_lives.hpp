// The sweep of a claim, lived batch after batch, and what its tests say of all batches together.
#pragma once

#include <filesystem>
#include <vector>

#include "app/claims_cells.hpp"
#include "app/options.hpp"

namespace homeroom::app {

class ClaimLives {
 public:
  /// `claim` and `design`, its sweep or what is left of it, must outlive this.
  ClaimLives(const ClaimsOptions& options, const Claim& claim, const SweepDesign& design)
      : options_(options), claim_(claim), design_(design) {}

  /// Lives replicates `first` to `last` into `folder`. The exit status: of runs that failed the
  /// others count, and what cannot be lived at all was printed. Throws as sweep_into.
  int live(int first, int last, const std::filesystem::path& folder);

  /// Of each test by intervals of `confidence`.
  std::vector<claims::TestFinding> judged(double confidence) const;

 private:
  const ClaimsOptions& options_;
  const Claim& claim_;
  const SweepDesign& design_;
  std::vector<TestCells> cells_;  ///< by test
};

/// Of one test, by intervals of `confidence`; 0: by the estimate alone.
claims::TestFinding judged_test(const Claim& claim, const ClaimTest& test, const TestCells& cells,
                                double confidence);

/// Burnt-in cities that claims share while they are judged.
std::filesystem::path burn_ins_of(const ClaimsOptions& options);

/// Makes ready and lives a design of claims into a folder of its own.
int live_design(const ClaimsOptions& options, const SweepDesign& design,
                const std::filesystem::path& folder, ReadySweep& ready);

}  // namespace homeroom::app
