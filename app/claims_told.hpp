// Claims as they are judged: each is printed as soon as all that it is judged by has been found.
#pragma once

#include <filesystem>
#include <map>
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

  /// Writes claims.csv with every claim that has a verdict or a reason, in order; one that still
  /// lacks what stands beside its verdict is told without. Nothing is written where no claim was
  /// judged. False where it cannot be written.
  bool write(const std::filesystem::path& folder);

 private:
  bool is_whole(const JudgedClaim& judged) const;
  void tell(const JudgedClaim& judged);

  std::vector<const Claim*> asked_;
  bool robust_;  ///< none is whole without its share of the joint space
  std::map<const Claim*, JudgedClaim> judged_;
  std::map<const Claim*, std::string> rows_;  ///< of what was told
};

}  // namespace homeroom::app
