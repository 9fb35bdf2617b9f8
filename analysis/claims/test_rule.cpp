#include "analysis/claims/test_rule.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/claims/hazard_rule.hpp"
#include "analysis/estimators/mean_interval.hpp"

namespace homeroom::claims {
namespace {

constexpr double kRankedAlike = 0.8;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Ranks from 1 on; equal values share the mean of theirs.
std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    double below = 0, equal = 0;
    for (const double other : values) {
      below += other < values[i];
      equal += other == values[i];
    }
    ranks[i] = below + (equal + 1.0) / 2.0;
  }
  return ranks;
}

double correlation_of(const std::vector<double>& one, const std::vector<double>& other) {
  const auto n = static_cast<double>(one.size());
  const double mean_one = std::accumulate(one.begin(), one.end(), 0.0) / n;
  const double mean_other = std::accumulate(other.begin(), other.end(), 0.0) / n;
  double both = 0, first = 0, second = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    both += (one[i] - mean_one) * (other[i] - mean_other);
    first += (one[i] - mean_one) * (one[i] - mean_one);
    second += (other[i] - mean_other) * (other[i] - mean_other);
  }
  return first > 0 && second > 0 ? both / std::sqrt(first * second) : 0.0;
}

double spearman(const Levels& levels) {
  const std::size_t count = levels.by_replicate.front().size();
  std::vector<double> means(count), order(count);
  for (std::size_t level = 0; level < count; ++level) {
    order[level] = static_cast<double>(level);
    double sum = 0, there = 0;
    for (const auto& replicate : levels.by_replicate) {
      if (std::isnan(replicate[level])) continue;
      sum += replicate[level];
      ++there;
    }
    if (there == 0) return kNone;
    means[level] = sum / there;
  }
  return correlation_of(order, ranks_of(means));
}

std::vector<double> differences(const Levels& levels, std::size_t from, std::size_t to) {
  std::vector<double> found;
  for (const auto& replicate : levels.by_replicate) {
    const double difference = replicate[to] - replicate[from];
    if (!std::isnan(difference)) found.push_back(difference);
  }
  return found;
}

struct Ends {
  double low, high;
};

Verdict verdict_of_step(const TestRule& rule, Ends of) {
  const double least = rule.smallest_effect;
  if (rule.stated == Stated::Alike) {
    if (of.low >= -least && of.high <= least) return Verdict::Supported;
    return of.low > least || of.high < -least ? Verdict::Contradicted : Verdict::Mixed;
  }
  const bool lower = rule.stated == Stated::Lower;
  const double low = lower ? -of.high : of.low, high = lower ? -of.low : of.high;
  if (low > least) return Verdict::Supported;
  return high < least ? Verdict::Contradicted : Verdict::Mixed;
}

/// Tells mean and interval, and what the rule says of them.
Verdict tell_step(const TestRule& rule, const std::vector<double>& steps, TestFinding& finding) {
  const estimators::MeanInterval of(steps);
  finding.replicates = steps.size();
  finding.varies = of.varies();
  finding.estimate = of.mean();
  finding.low = of.low(kToldConfidence);
  finding.high = of.high(kToldConfidence);
  return verdict_of_step(rule, {of.low(rule.confidence), of.high(rule.confidence)});
}

Verdict verdict_of_dose(const TestRule& rule, Verdict step, const TestFinding& finding) {
  if (rule.stated == Stated::Alike || step == Verdict::Contradicted) return step;
  const double along = rule.stated == Stated::Lower ? -finding.correlation : finding.correlation;
  if (along <= -kRankedAlike) return Verdict::Contradicted;
  return along >= kRankedAlike ? step : Verdict::Mixed;
}

void judge_cut(const TestRule& rule, const Levels& levels, TestFinding& finding) {
  std::vector<double> whole, beyond;
  double left = 0;
  for (const auto& replicate : levels.by_replicate) {
    const double step = replicate[1] - replicate[0], cut = replicate[3] - replicate[2];
    if (std::isnan(step) || std::isnan(cut)) continue;
    whole.push_back(step);
    beyond.push_back((1.0 - rule.share) * step - cut);
    left += cut;
  }
  finding.replicates = whole.size();
  if (whole.size() < 2) return;
  const Verdict step = tell_step(rule, whole, finding);
  finding.disappears = 1.0 - left / static_cast<double>(whole.size()) / finding.estimate;
  TestFinding disappearing;
  TestRule of_path = rule;
  of_path.smallest_effect = 0.0;
  const Verdict path = tell_step(of_path, beyond, disappearing);
  const bool either = step == Verdict::Contradicted || path == Verdict::Contradicted;
  const bool both = step == Verdict::Supported && path == Verdict::Supported;
  finding.verdict = either ? Verdict::Contradicted : both ? Verdict::Supported : Verdict::Mixed;
}

}  // namespace

TestFinding judge_test(const TestRule& rule, const Levels& levels) {
  TestFinding finding;
  finding.correlation = finding.disappears = kNone;
  if (rule.kind == TestKind::Hazard) {
    judge_hazard(rule, levels, finding);
    return finding;
  }
  if (rule.kind == TestKind::Cut) {
    judge_cut(rule, levels, finding);
    return finding;
  }
  if (levels.by_replicate.empty()) return finding;
  const std::vector<double> steps = differences(levels, 0, levels.by_replicate.front().size() - 1);
  finding.replicates = steps.size();
  if (steps.size() < 2) return finding;
  finding.verdict = tell_step(rule, steps, finding);
  if (rule.kind == TestKind::Dose) {
    finding.correlation = spearman(levels);
    finding.verdict = verdict_of_dose(rule, finding.verdict, finding);
  }
  return finding;
}

Verdict verdict_of(const std::vector<TestFinding>& tests, bool any) {
  const auto is = [](Verdict verdict) {
    return [verdict](const TestFinding& test) { return test.verdict == verdict; };
  };
  if (tests.empty()) return Verdict::NotJudged;
  const auto some = [&](Verdict verdict) {
    return std::any_of(tests.begin(), tests.end(), is(verdict));
  };
  const auto each = [&](Verdict verdict) {
    return std::all_of(tests.begin(), tests.end(), is(verdict));
  };
  if (any ? some(Verdict::Supported) : each(Verdict::Supported)) return Verdict::Supported;
  if (any ? each(Verdict::Contradicted) : some(Verdict::Contradicted)) return Verdict::Contradicted;
  return some(Verdict::NotJudged) ? Verdict::NotJudged : Verdict::Mixed;
}

}  // namespace homeroom::claims
