#include "analysis/claims/test_rule.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "analysis/estimators/student_t.hpp"

namespace homeroom::claims {
namespace {

constexpr double kConfidence = 0.95;
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

void tell_mean(const std::vector<double>& values, TestFinding& finding) {
  const auto n = static_cast<double>(values.size());
  finding.estimate = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double value : values) {
    squares += (value - finding.estimate) * (value - finding.estimate);
  }
  const double half =
      estimators::t_within(kConfidence, n - 1.0) * std::sqrt(squares / (n - 1.0) / n);
  finding.low = finding.estimate - half;
  finding.high = finding.estimate + half;
}

Verdict verdict_of_step(const TestRule& rule, const TestFinding& finding) {
  const double least = rule.smallest_effect;
  if (rule.stated == Stated::Alike) {
    if (finding.low >= -least && finding.high <= least) return Verdict::Supported;
    return finding.low > least || finding.high < -least ? Verdict::Contradicted : Verdict::Mixed;
  }
  const bool lower = rule.stated == Stated::Lower;
  const double low = lower ? -finding.high : finding.low;
  const double high = lower ? -finding.low : finding.high;
  if (low > least) return Verdict::Supported;
  return high < least ? Verdict::Contradicted : Verdict::Mixed;
}

Verdict verdict_of_dose(const TestRule& rule, const TestFinding& finding) {
  const Verdict step = verdict_of_step(rule, finding);
  if (rule.stated == Stated::Alike || step == Verdict::Contradicted) return step;
  const double along = rule.stated == Stated::Lower ? -finding.correlation : finding.correlation;
  if (along <= -kRankedAlike) return Verdict::Contradicted;
  return along >= kRankedAlike ? step : Verdict::Mixed;
}

/// log of the ratio of hazards, of the means of both columns without the row `left_out`.
double log_ratio(const std::vector<std::pair<double, double>>& shares, std::size_t left_out) {
  double from = 0, to = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (i == left_out) continue;
    from += shares[i].first;
    to += shares[i].second;
  }
  const auto n = static_cast<double>(shares.size() - (left_out < shares.size() ? 1 : 0));
  return std::log(std::log(to / n) / std::log(from / n));
}

void judge_hazard(const TestRule& rule, const Levels& levels, TestFinding& finding) {
  constexpr double kLower = 0.8, kHigher = 1.25;
  std::vector<std::pair<double, double>> shares;
  for (const auto& replicate : levels.by_replicate) {
    if (std::isnan(replicate.front()) || std::isnan(replicate.back())) continue;
    // What grows has survived whole.
    shares.emplace_back(std::min(replicate.front(), 1.0), std::min(replicate.back(), 1.0));
  }
  finding.replicates = shares.size();
  if (shares.size() < 2) return;
  const double all = log_ratio(shares, shares.size());
  const auto n = static_cast<double>(shares.size());
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double without = log_ratio(shares, i);
    sum += without;
    squares += without * without;
  }
  const double half = estimators::t_within(kConfidence, n - 1.0) *
                      std::sqrt(std::max(0.0, (n - 1.0) / n * (squares - sum * sum / n)));
  // No end in an arm, or one in a single replicate: a hazard of nothing has no ratio.
  if (!std::isfinite(all) || !std::isfinite(half)) return;
  finding.estimate = std::exp(all);
  finding.low = std::exp(all - half);
  finding.high = std::exp(all + half);
  switch (rule.stated) {
    case Stated::Higher:
      finding.verdict = finding.low > kHigher    ? Verdict::Supported
                        : finding.high < kHigher ? Verdict::Contradicted
                                                 : Verdict::Mixed;
      break;
    case Stated::Lower:
      finding.verdict = finding.high < kLower  ? Verdict::Supported
                        : finding.low > kLower ? Verdict::Contradicted
                                               : Verdict::Mixed;
      break;
    case Stated::Alike:
      const bool within = finding.low >= kLower && finding.high <= kHigher;
      const bool beyond = finding.low > kHigher || finding.high < kLower;
      finding.verdict = within   ? Verdict::Supported
                        : beyond ? Verdict::Contradicted
                                 : Verdict::Mixed;
      break;
  }
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
  TestFinding disappearing;
  tell_mean(beyond, disappearing);
  tell_mean(whole, finding);
  finding.disappears = 1.0 - left / static_cast<double>(whole.size()) / finding.estimate;
  const Verdict step = verdict_of_step(rule, finding);
  const Verdict path = verdict_of_step({rule.stated, 0.0, TestKind::Step, 0.0}, disappearing);
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
  tell_mean(steps, finding);
  const bool dose = rule.kind == TestKind::Dose;
  if (dose) finding.correlation = spearman(levels);
  finding.verdict = dose ? verdict_of_dose(rule, finding) : verdict_of_step(rule, finding);
  return finding;
}

Verdict verdict_of(const std::vector<TestFinding>& tests, bool any) {
  const auto is = [](Verdict verdict) {
    return [verdict](const TestFinding& test) { return test.verdict == verdict; };
  };
  if (tests.empty() || std::any_of(tests.begin(), tests.end(), is(Verdict::NotJudged))) {
    return Verdict::NotJudged;
  }
  const auto some = [&](Verdict verdict) {
    return std::any_of(tests.begin(), tests.end(), is(verdict));
  };
  const auto each = [&](Verdict verdict) {
    return std::all_of(tests.begin(), tests.end(), is(verdict));
  };
  if (any ? some(Verdict::Supported) : each(Verdict::Supported)) return Verdict::Supported;
  if (any ? each(Verdict::Contradicted) : some(Verdict::Contradicted)) return Verdict::Contradicted;
  return Verdict::Mixed;
}

}  // namespace homeroom::claims
