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

/// What became of a claim over the space; of a study's claim as its rule judges the few cities of a
/// point, of tests by their estimates alone: few replicates have wide intervals.
struct JointVerdicts {
  std::vector<claims::Verdict> points;  ///< that could be judged
  std::string why;                      ///< why there is none; empty where there are some

  /// Share of points with this verdict; NaN where none could be judged, or where a verdict of tests
  /// is mixed, which an estimate alone never is.
  double share_of(claims::Verdict verdict, ClaimRule rule) const;
};

using TellJoint = std::function<void(const Claim&, const JointVerdicts&)>;

/// Lives the space for the `asked` claims, a sweep for each city in CITY/joint below `folder`, and
/// tells every claim. The exit status; throws as sweep_into.
int live_joint(const ClaimsOptions& options, const std::vector<const Claim*>& asked,
               const std::filesystem::path& folder, const TellJoint& tell);

}  // namespace homeroom::app
