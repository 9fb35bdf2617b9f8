#include "analysis/decisions/until_certain.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace homeroom::decisions {
namespace {

// Variance of the prior on the difference in units of its own standard deviation. It decides how
// soon a difference of which size is seen, never how often none is taken for one; paired
// differences worth a sweep are about as large as they vary.
constexpr double kPriorVariance = 1.0;
// The theorem is of normal differences. Of skewed ones fewer look alike until the rare one comes:
// from five on, one sweep of ten called equal policies different where differences are exponential,
// from twenty on .04; a sweep that takes longer takes no longer for it.
constexpr std::size_t kFewest = 20;
// Where so many would not do, none will.
constexpr double kNever = 1e9;

struct Summary {
  double count = 0, mean = 0, squares = 0;  ///< squares: about the mean
};

Summary summary_of(const std::vector<double>& values) {
  Summary of;
  of.count = static_cast<double>(values.size());
  for (const double value : values) of.mean += value / of.count;
  for (const double value : values) of.squares += (value - of.mean) * (value - of.mean);
  return of;
}

/// Logarithm of the Bayes factor (Gonen et al. 2005, The American Statistician 59(3)).
double log_evidence(const Summary& of) {
  if (of.count < 2.0 || (of.mean == 0.0 && of.squares == 0.0)) return 0.0;
  const double n = of.count, spread = 1.0 + n * kPriorVariance;
  // (1 + t^2 / (n - 1)) and (1 + t^2 / ((n - 1) spread)), times the squares about the mean.
  const double none = of.squares + n * of.mean * of.mean;
  const double some = of.squares + n * of.mean * of.mean / spread;
  return -0.5 * std::log(spread) + 0.5 * n * std::log(none / some);
}

/// Replicates at which the evidence would pass, were the rest like those seen.
std::size_t needed(const Summary& seen, double log_threshold) {
  const auto passes = [&](double n) {
    return log_evidence({n, seen.mean, seen.squares / (seen.count - 1.0) * (n - 1.0)}) >=
           log_threshold;
  };
  if (seen.mean <= 0.0 || seen.count < 2.0) return 0;
  double high = std::max(seen.count, static_cast<double>(kFewest));
  while (high < kNever && !passes(high)) high *= 2.0;
  if (high >= kNever) return 0;
  double low = std::max(1.0, high / 2.0);
  while (high - low > 1.0) {
    const double middle = std::floor(0.5 * (low + high));
    (passes(middle) ? high : low) = middle;
  }
  return static_cast<std::size_t>(std::ceil(high));
}

void refuse_unfit(const std::vector<ReplicateAdvantages>& rivals, const CertaintyAsked& asked) {
  if (!(asked.level > 0.5 && asked.level < 1.0)) {
    throw std::invalid_argument("a level of certainty lies between 0.5 and 1");
  }
  for (const ReplicateAdvantages& rival : rivals) {
    if (rival.size() != rivals.front().size()) {
      throw std::invalid_argument("rivals have different numbers of replicates");
    }
    for (const double value : rival) {
      if (!std::isfinite(value)) throw std::invalid_argument("a paired difference is not known");
    }
  }
}

RivalCertainty certainty_of(const ReplicateAdvantages& rival, double log_threshold) {
  const Summary seen = summary_of(rival);
  const double log_of = log_evidence(seen);
  RivalCertainty of;
  of.evidence = std::exp(log_of);
  of.alike = !rival.empty() &&
             std::all_of(rival.begin(), rival.end(), [](double value) { return value == 0.0; });
  of.certain = rival.size() >= kFewest && seen.mean > 0.0 && log_of >= log_threshold;
  of.needed = of.certain ? rival.size() : needed(seen, log_threshold);
  return of;
}

/// Up to what is needed, but no more than have been lived: what is seen is noise as well.
std::size_t batch(const std::vector<RivalCertainty>& rivals, std::size_t lived, std::size_t most) {
  std::size_t wanted = kFewest;
  for (const RivalCertainty& rival : rivals) {
    if (rival.certain || rival.alike) continue;
    wanted = std::max(wanted, rival.needed == 0 ? 2 * lived : rival.needed);
  }
  const std::size_t more = wanted > lived ? wanted - lived : 1;
  return std::min({more, std::max(lived, kFewest), most - lived});
}

}  // namespace

double evidence_of_difference(const std::vector<double>& values) {
  return std::exp(log_evidence(summary_of(values)));
}

Certainty until_certain(const std::vector<ReplicateAdvantages>& rivals,
                        const CertaintyAsked& asked) {
  refuse_unfit(rivals, asked);
  Certainty all;
  if (rivals.empty()) {
    all.state = CertaintyState::Certain;  // one policy alone is the best there is
    return all;
  }
  const std::size_t lived = rivals.front().size();
  // Whichever is best in truth, the first is wrongly above it in one of these tests.
  all.threshold = static_cast<double>(rivals.size()) / (1.0 - asked.level);
  bool open = false, differs = false;
  for (const ReplicateAdvantages& rival : rivals) {
    all.rivals.push_back(certainty_of(rival, std::log(all.threshold)));
    const RivalCertainty& of = all.rivals.back();
    open = open || (!of.certain && !of.alike);
    differs = differs || !of.alike;
  }
  const bool enough = lived >= kFewest;
  if (enough && !open) {
    all.state = differs ? CertaintyState::Certain : CertaintyState::Alike;
  } else if (lived >= asked.most) {
    all.state = CertaintyState::BudgetEnds;
  } else {
    all.more = batch(all.rivals, lived, asked.most);
  }
  return all;
}

}  // namespace homeroom::decisions
