#include "analysis/claims/hazard_rule.hpp"

#include <algorithm>
#include <cmath>
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

/// Standard error of the logarithm.
double jackknifed(const Shares& shares) {
  const auto n = static_cast<double>(shares.size());
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double without = log_ratio(shares, i);
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
  const double all = log_ratio(shares, shares.size()), error = jackknifed(shares);
  // No end in an arm, or one in a single replicate: a hazard of nothing has no ratio.
  if (!std::isfinite(all) || !std::isfinite(error)) return;
  const auto half = [&](double confidence) {
    return estimators::t_within(confidence, static_cast<double>(shares.size()) - 1.0) * error;
  };
  finding.varies = error > 0.0;
  finding.estimate = std::exp(all);
  finding.low = std::exp(all - half(kToldConfidence));
  finding.high = std::exp(all + half(kToldConfidence));
  finding.verdict = verdict_of(rule.stated, std::exp(all - half(rule.confidence)),
                               std::exp(all + half(rule.confidence)));
}

}  // namespace homeroom::claims
