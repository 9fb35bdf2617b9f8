#include "analysis/claims/looks.hpp"

#include <algorithm>

namespace homeroom::claims {
namespace {

constexpr int kFirst = 8, kMost = 80;
constexpr double kEarly = 0.999;

}  // namespace

std::vector<Look> looks_of(int replicates, int most) {
  const int last = std::max(replicates, std::min({2 * replicates, most, kMost}));
  std::vector<Look> looks;
  if (kFirst < replicates) looks.push_back({kFirst, kEarly, true});
  if (replicates < last) looks.push_back({replicates, kEarly, false});
  looks.push_back({last, 0.95, false});
  return looks;
}

bool is_clear(const std::vector<TestFinding>& tests, bool any, const Look& look) {
  const Verdict verdict = verdict_of(tests, any);
  if (verdict != Verdict::Supported && verdict != Verdict::Contradicted) return false;
  // Eight equal differences have an interval of no width, also of what is rare: one city in ten.
  return !look.spread_needed || std::all_of(tests.begin(), tests.end(),
                                            [](const TestFinding& test) { return test.varies; });
}

}  // namespace homeroom::claims
