#include "analysis/claims/hazard_rule.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "analysis/estimators/student_t.hpp"

namespace homeroom::claims {
namespace {

constexpr double kLower = 0.8, kHigher = 1.25;
using Shares = std::vector<std::pair<double, double>>;

/// log of the ratio of hazards, of the means of both columns without the row `left_out`.
double log_ratio(const Shares& shares, std::size_t left_out) {
  double from = 0, to = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (i == left_out) continue;
    from += shares[i].first;
    to += shares[i].second;
  }
  const auto n = static_cast<double>(shares.size() - (left_out < shares.size() ? 1 : 0));
  return std::log(std::log(to / n) / std::log(from / n));
}

/// Standard error of the logarithm; NaN where one replicate has all the ends of a level.
double jackknifed(const Shares& shares) {
  const auto n = static_cast<double>(shares.size());
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double without = log_ratio(shares, i);
    if (!std::isfinite(without)) return std::numeric_limits<double>::quiet_NaN();
    sum += without;
    squares += without * without;
  }
  return std::sqrt(std::max(0.0, (n - 1.0) / n * (squares - sum * sum / n)));
}

Verdict verdict_of(Stated stated, double low, double high) {
  bool holds = false, excluded = false;
  switch (stated) {
    case Stated::Higher:
      holds = low > kHigher;
      excluded = high < kHigher;
      break;
    case Stated::Lower:
      holds = high < kLower;
      excluded = low > kLower;
      break;
    case Stated::Alike:
      holds = low >= kLower && high <= kHigher;
      excluded = low > kHigher || high < kLower;
      break;
  }
  return holds ? Verdict::Supported : excluded ? Verdict::Contradicted : Verdict::Mixed;
}

Ends ends_of(const Shares& shares) {
  bool from = false, to = false;
  for (const auto& [first, second] : shares) {
    from = from || first < 1.0;
    to = to || second < 1.0;
  }
  if (from && to) return Ends::InBoth;
  return from ? Ends::InFirst : to ? Ends::InLast : Ends::Nowhere;
}

/// The ratio of an arm without ends to one with some, at most: of no end in n replicates the rule
/// of three, -log(1 - confidence) ends (Hanley and Lippman-Hand 1983), each as large as the
/// smallest step of the other arm; of the other arm its hazard's lower end by Student's t.
double largest_ratio(const std::vector<double>& with_ends, double confidence) {
  double sum = 0, squares = 0, step = 1.0;
  for (const double share : with_ends) {
    sum += share;
    squares += share * share;
    if (share < 1.0) step = std::min(step, 1.0 - share);
  }
  const auto n = static_cast<double>(with_ends.size());
  const double mean = sum / n;
  const double error = std::sqrt(std::max(0.0, squares / n - mean * mean) / (n - 1.0));
  const double most = mean + estimators::t_within(confidence, n - 1.0) * error;
  const double none = std::max(0.0, 1.0 + std::log(1.0 - confidence) * step / n);
  if (most >= 1.0) return std::numeric_limits<double>::infinity();
  return std::log(none) / std::log(most);
}

/// Where nothing ends in one arm there is a bound on one side; where nothing ends at all, nothing.
void judge_bound(const TestRule& rule, const Shares& shares, TestFinding& finding) {
  if (finding.ends == Ends::Nowhere) return;
  const bool last = finding.ends == Ends::InLast;
  std::vector<double> with_ends;
  for (const auto& [first, second] : shares) with_ends.push_back(last ? second : first);
  const double told = largest_ratio(with_ends, kToldConfidence);
  const double judged = largest_ratio(with_ends, rule.confidence);
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  finding.varies = true;
  finding.estimate = last ? kInfinite : 0.0;
  finding.low = last ? 1.0 / told : 0.0;
  finding.high = last ? kInfinite : told;
  finding.verdict = last ? verdict_of(rule.stated, 1.0 / judged, kInfinite)
                         : verdict_of(rule.stated, 0.0, judged);
}

}  // namespace

void judge_hazard(const TestRule& rule, const Levels& levels, TestFinding& finding) {
  Shares shares;
  for (const auto& replicate : levels.by_replicate) {
    if (std::isnan(replicate.front()) || std::isnan(replicate.back())) continue;
    // What grows has survived whole.
    shares.emplace_back(std::min(replicate.front(), 1.0), std::min(replicate.back(), 1.0));
  }
  finding.replicates = shares.size();
  if (shares.size() < 2) return;
  finding.ends = ends_of(shares);
  if (finding.ends != Ends::InBoth) return judge_bound(rule, shares, finding);
  const double all = log_ratio(shares, shares.size()), error = jackknifed(shares);
  finding.estimate = std::exp(all);
  finding.low = finding.high = finding.estimate;
  if (!std::isfinite(error)) {
    // An arm has ends in a single replicate: there is an estimate and no interval.
    if (rule.confidence == 0.0) {
      finding.verdict = verdict_of(rule.stated, finding.estimate, finding.estimate);
    }
    return;
  }
  const auto half = [&](double confidence) {
    return estimators::t_within(confidence, static_cast<double>(shares.size()) - 1.0) * error;
  };
  finding.varies = error > 0.0;
  finding.low = std::exp(all - half(kToldConfidence));
  finding.high = std::exp(all + half(kToldConfidence));
  finding.verdict = verdict_of(rule.stated, std::exp(all - half(rule.confidence)),
                               std::exp(all + half(rule.confidence)));
}

}  // namespace homeroom::claims
