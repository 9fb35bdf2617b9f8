// The six autonomies and their sub-rights, in the report's order of importance.
// Source of codes, weights and meanings: the report's appendix figures, coded in the project's
// table of sub-autonomies (docs/model/autonomies.md).
#pragma once

#include <array>
#include <string_view>

namespace homeroom {

enum class Autonomy {
  Staffing,
  LearningModel,
  Curriculum,
  Budget,
  Schedule,
  ProfessionalDevelopment
};
inline constexpr int kAutonomies = 6;

/// Rank weights of the six autonomies: the first named matters most.
inline constexpr std::array<double, kAutonomies> kAutonomyWeight = {6.0 / 21, 5.0 / 21, 4.0 / 21,
                                                                    3.0 / 21, 2.0 / 21, 1.0 / 21};

/// Sub-rights; X1 and X2 lie outside the six autonomies and carry no weight.
enum class Right {
  S1,
  S2,
  S3,
  S4,
  S5,
  S6,
  S7,
  S8,
  S9,
  S10,
  S11,
  L1,
  C1,
  C2,
  C3,
  B1,
  B2,
  B3,
  B4,
  T1,
  T2,
  T3,
  T4,
  T5,
  P1,
  P2,
  P3,
  X1,
  X2,
};
inline constexpr int kRights = 29;

struct RightName {
  std::string_view code;
  int autonomy;  ///< index of the autonomy, -1 outside the six
  std::string_view text;
};

inline constexpr std::array<RightName, kRights> kRightNames = {{
    {"S1", 0, "hire candidates from outside the district's list"},
    {"S2", 0, "ignore seniority when hiring"},
    {"S3", 0, "mutual consent: school and teacher must both agree"},
    {"S4", 0, "refuse forced placements"},
    {"S5", 0, "run its own selection process"},
    {"S6", 0, "dismiss for performance"},
    {"S7", 0, "dismiss for misfit with the mission or the work agreement"},
    {"S8", 0, "lay off free of seniority order"},
    {"S9", 0, "remove non-teaching staff"},
    {"S10", 0, "own pay scale and evaluation"},
    {"S11", 0, "outside the contract: share of agreement and tenure rules waived"},
    {"L1", 1, "own learning model"},
    {"C1", 2, "own curriculum"},
    {"C2", 2, "own materials"},
    {"C3", 2, "own (stricter) graduation and promotion rules"},
    {"B1", 3, "steer the school's money"},
    {"B2", 3, "charged actual, not average, salaries"},
    {"B3", 3, "keep the year-end balance"},
    {"B4", 3, "decline central services for cash"},
    {"T1", 4, "number of days"},
    {"T2", 4, "bell schedule"},
    {"T3", 4, "start and end times"},
    {"T4", 4, "longer day"},
    {"T5", 4, "longer year"},
    {"P1", 5, "own professional development"},
    {"P2", 5, "skip district professional development"},
    {"P3", 5, "receive professional-development money"},
    {"X1", -1, "own code of conduct"},
    {"X2", -1, "own special education"},
}};

template <class Value>
using PerRight = std::array<Value, kRights>;
template <class Value>
using PerAutonomy = std::array<Value, kAutonomies>;

constexpr int index_of(Right right) { return static_cast<int>(right); }

/// Mean over the rights of each autonomy.
constexpr PerAutonomy<double> means_by_autonomy(const PerRight<double>& rights) {
  PerAutonomy<double> sum{};
  PerAutonomy<int> count{};
  for (int r = 0; r < kRights; ++r) {
    if (kRightNames[r].autonomy < 0) continue;
    sum[kRightNames[r].autonomy] += rights[r];
    ++count[kRightNames[r].autonomy];
  }
  for (int a = 0; a < kAutonomies; ++a) sum[a] /= count[a];
  return sum;
}

/// Rank-weighted score in [0,1]: the report's order of models follows from it.
constexpr double autonomy_score(const PerRight<double>& rights) {
  const auto means = means_by_autonomy(rights);
  double score = 0.0;
  for (int a = 0; a < kAutonomies; ++a) score += kAutonomyWeight[a] * means[a];
  return score;
}

/// The report's levels of autonomy. The thresholds lie in the gaps between the scores of its
/// models: high .70 and more, mid .44 to .51, low .40 and less; independent charters, above high,
/// hold nearly every right (docs/model/autonomies.md).
enum class AutonomyLevel { Low, Mid, High, Maximum };
inline constexpr double kMidScore = 0.42;
inline constexpr double kHighScore = 0.60;
inline constexpr double kMaximumScore = 0.95;

constexpr AutonomyLevel autonomy_level(double score) {
  if (score >= kMaximumScore) return AutonomyLevel::Maximum;
  if (score >= kHighScore) return AutonomyLevel::High;
  return score >= kMidScore ? AutonomyLevel::Mid : AutonomyLevel::Low;
}

}  // namespace homeroom
