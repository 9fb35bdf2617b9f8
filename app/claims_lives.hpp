// The sweep of a claim, lived batch after batch, and what its tests say of all batches together.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/claims_beside.hpp"
#include "app/claims_cells.hpp"
#include "app/claims_parts.hpp"
#include "app/options.hpp"

namespace homeroom::app {

/// Burnt-in cities of claims' sweeps lie in a folder for the next claim; those without an
/// assumption, which few others need, would fill the disk.
enum class BurnIns { Shared, Own };

class ClaimLives {
 public:
  /// `claim`, `design`, its sweep or what is left of it, and `parts` must outlive this.
  ClaimLives(const ClaimsOptions& options, const Claim& claim, const SweepDesign& design,
             CityParts& parts, BurnIns burn_ins = BurnIns::Shared)
      : options_(options),
        claim_(claim),
        design_(design),
        parts_(parts),
        burn_ins_(burn_ins),
        beside_(tests_beside(claim)) {}

  /// Lives replicates `first` to `last` into `folder`, and of cities that are lived in another part
  /// than its first ones beside it, `folder`-in-16. The exit status: of runs that failed the
  /// others count, and what cannot be lived at all was printed. Throws as sweep_into.
  int live(int first, int last, const std::filesystem::path& folder);

  /// Of each test by intervals of `confidence`.
  std::vector<claims::TestFinding> judged(double confidence) const;

  /// With all paths cut at once, of claims that cut several one by one.
  std::optional<claims::TestFinding> together(double confidence) const;

  /// Of each outcome that no test judges.
  std::vector<ToldBeside> beside() const;

 private:
  int live_part(const CityPart& part, int first, int last, const std::filesystem::path& folder);

  const ClaimsOptions& options_;
  const Claim& claim_;
  const SweepDesign& design_;
  CityParts& parts_;
  BurnIns burn_ins_;
  std::vector<ClaimTest> beside_;
  std::vector<TestCells> cells_, cells_beside_;  ///< by test
  std::optional<TestCells> cells_together_;      ///< of the first test
};

/// Whether a claim under the rule is judged by tests over its sweep.
bool tests_judge(ClaimRule rule);

/// Of one test, by intervals of `confidence`; 0: by the estimate alone.
claims::TestFinding judged_test(const Claim& claim, const ClaimTest& test, const TestCells& cells,
                                double confidence);

/// Burnt-in cities that claims share while they are judged.
std::filesystem::path burn_ins_of(const ClaimsOptions& options);
void forget_burn_ins(const ClaimsOptions& options);

/// Makes ready and lives a design of claims into a folder of its own.
int live_design(const ClaimsOptions& options, const SweepDesign& design,
                const std::filesystem::path& folder, ReadySweep& ready,
                BurnIns burn_ins = BurnIns::Shared);

}  // namespace homeroom::app
