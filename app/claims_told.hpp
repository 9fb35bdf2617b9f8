// Claims as they are judged: each is printed as soon as all that it is judged by has been found.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/claims_text.hpp"

namespace homeroom::app {

class ClaimsTold {
 public:
  /// Tells at once the claims that nothing judges, and why. The claims must outlive this.
  ClaimsTold(std::vector<const Claim*> asked, const ClaimsOptions& options);

  void add(const Claim& claim, const StudiedClaim& found);
  void add(const Claim& claim, const TestedClaim& found);
  void add(const Claim& claim, const CheckedInput& found);
  void add(const Claim& claim, const JointVerdicts& found);
  void add(const Claim& claim, const SupplyVerdicts& found);

  /// Writes claims.csv with every claim that has a verdict or a reason, in order; one that still
  /// lacks what stands beside its verdict is told without. Nothing is written where no claim was
  /// judged. False where it cannot be written.
  bool write(const std::filesystem::path& folder);

 private:
  bool is_whole(const JudgedClaim& judged) const;
  void tell(const JudgedClaim& judged);
  void tell_robustness(const JudgedClaim& judged) const;

  std::vector<const Claim*> asked_;
  bool resume_;  ///< rows of claims that are not asked for stay
  std::map<const Claim*, JudgedClaim> judged_;
  std::set<const Claim*> told_;
};

}  // namespace homeroom::app
