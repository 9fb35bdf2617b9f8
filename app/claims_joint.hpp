// How far a verdict can be trusted: at each point of a space of what nobody measured
// (scenarios/sweeps/joint_space.toml) a part of each city is lived with the arms of its claims, and
// each claim is judged there anew. The share of points at which the verdict is the same stands
// beside it as robust_share.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "analysis/claims/verdict.hpp"
#include "app/options.hpp"
#include "sim/scenario/claim.hpp"

namespace homeroom::app {

/// What became of a claim over the space.
struct JointVerdicts {
  std::vector<claims::Verdict> points;  ///< that could be judged
  std::string why;                      ///< why there is none; empty where there are some
  std::vector<std::string> left_out;    ///< cities of the claim that could not be lived

  /// Share of points with this verdict; NaN where none could be judged, and of verdicts that no
  /// point can have: of tests mixed, which an estimate alone never is, and what is no judgement.
  double share_of(claims::Verdict verdict, ClaimRule rule) const;
};

using TellJoint = std::function<void(const Claim&, const JointVerdicts&)>;

/// Lives the space for the `asked` claims and tells each of them. Claims of studies share a sweep
/// for each city, with those of `all` (CITY/joint below `folder`); claims with tests another one,
/// of those that are asked for (CITY/joint-tests-...). The exit status; what cannot be lived is
/// told and the rest goes on.
int live_joint(const ClaimsOptions& options, const std::vector<Claim>& all,
               const std::vector<const Claim*>& asked, const std::filesystem::path& folder,
               const TellJoint& tell);

}  // namespace homeroom::app
