// Rules V2, V3, V4 and V6: what a lever does in the same city over the same dice.
//
// V2, one step: of each replicate the difference of an outcome between two levels; its mean and 95
// % interval by Student's t. An effect is supported where the interval lies wholly beyond the
// smallest effect of interest in the stated direction, contradicted where it excludes such an
// effect (wholly on the near side of it), else mixed. "Alike" is supported within the smallest
// effect to both sides, contradicted beyond it, else mixed. V3, a dose: Spearman's rank correlation
// (1904) of the levels, in their order, with the means is .8 or more in the stated direction, and
// the last level against the first is supported as in V2; contradicted where the latter is, or
// where the correlation is -.8 or less; else mixed. Source: Spearman (1904), American Journal of
// Psychology 15.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/claims/published_rule.hpp"

namespace homeroom::claims {

/// An outcome of each replicate at each level, averaged over whatever else varies; NaN: none.
struct Levels {
  std::vector<std::vector<double>> by_replicate;
};

enum class TestKind {
  Step,    ///< the last level against the first
  Dose,    ///< all levels, in order
  Hazard,  ///< a step in the hazard of what survives
  Cut,     ///< a step whole (levels 0 and 1) and with its path cut (2 and 3)
};

struct TestRule {
  Stated stated = Stated::Higher;  ///< of the outcome; of a hazard, of the hazard
  double smallest_effect = 0.0;
  TestKind kind = TestKind::Step;
  double share = 0.0;        ///< of a cut: what must disappear
  double confidence = 0.95;  ///< of the interval that is judged
};

/// Of the intervals that are told, whatever is judged by.
inline constexpr double kToldConfidence = 0.95;

/// At which of two levels anything ended.
enum class Ends { InBoth, InFirst, InLast, Nowhere };

struct TestFinding {
  Verdict verdict = Verdict::NotJudged;
  std::size_t replicates = 0;              ///< with both ends
  bool varies = false;                     ///< between replicates
  double estimate = 0, low = 0, high = 0;  ///< of the step; of a hazard the ratio
  double correlation = 0;                  ///< of a dose; else NaN
  double disappears = 0;                   ///< share of a cut step; else NaN
  Ends ends = Ends::InBoth;                ///< of a hazard
};

TestFinding judge_test(const TestRule& rule, const Levels& levels);

/// Of several tests: all must be supported, or one is enough. One that is not judged leaves the
/// verdict to the others where these decide it.
Verdict verdict_of(const std::vector<TestFinding>& tests, bool any);

}  // namespace homeroom::claims
