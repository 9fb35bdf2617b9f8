#include "analysis/sensitivity/finding_remarks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace homeroom::sensitivity {
namespace {

/// Names with commas between; empty where there is none.
template <class Test>
std::string names_where(const Findings& found, const Test& test) {
  std::string names;
  for (const FactorFindings& of : found.factors) {
    if (test(of)) names += (names.empty() ? "" : ", ") + of.factor;
  }
  return names;
}

/// Under the same dice what has no part in an outcome leaves it the same to the bit.
bool moves_nothing(const FactorFindings& of) {
  return of.findings.size() > 1 && of.findings[1].of.estimate == 0;
}

const std::string& called(const Findings& found, std::size_t measure) {
  return found.measures[measure];
}

}  // namespace

void remark_on_nothing(Findings& found, std::size_t measure) {
  const std::string names = names_where(found, [&](const FactorFindings& of) {
    const Interval& interval = of.findings[measure].of;
    return interval.low <= 0 && !moves_nothing(of);
  });
  if (names.empty()) return;
  found.remarks.push_back(
      fmt::format("{} cannot be told from 0: {}.", called(found, measure), names));
}

void remark_on_idle(Findings& found) {
  const std::string names = names_where(found, moves_nothing);
  if (names.empty()) return;
  found.remarks.push_back(fmt::format("No run's outcome changed at all with: {}.", names));
}

void remark_on_order(Findings& found, std::size_t measure) {
  std::vector<const FactorFindings*> order;
  for (const FactorFindings& of : found.factors) {
    if (of.findings[measure].of.estimate > 0) order.push_back(&of);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](const FactorFindings* a, const FactorFindings* b) {
                     return a->findings[measure].of.estimate > b->findings[measure].of.estimate;
                   });
  // The nearest one above that it cannot be told from: a narrow interval may lie between two wide
  // ones that meet.
  std::string pairs;
  for (std::size_t i = 1; i < order.size(); ++i) {
    const double high = order[i]->findings[measure].of.high;
    std::size_t above = i;
    while (above > 0 && order[above - 1]->findings[measure].of.low > high) --above;
    if (above == 0) continue;
    pairs += fmt::format("{}{} and {}", pairs.empty() ? "" : "; ", order[above - 1]->factor,
                         order[i]->factor);
  }
  if (pairs.empty()) return;
  found.remarks.push_back(
      fmt::format("Which has the larger {} is uncertain: {}.", called(found, measure), pairs));
}

// What these dice do to single points is in no factor's share either.
constexpr const char* kLeft = "what is left of 1 they do together, or these dice to single points";

void remark_on_sum(Findings& found, const Interval& together) {
  if (std::isnan(together.estimate)) {
    found.remarks.push_back("The outcome is the same at every point: it depends on no factor.");
  } else if (std::isnan(together.low)) {
    constexpr double kRounding = 1e-9;
    found.remarks.push_back(
        fmt::format("Factors one by one account for {:.3f} of the variance; {}.", together.estimate,
                    together.estimate > 1 - kRounding ? "they do nothing together" : kLeft));
  } else {
    const bool all = together.low <= 1 && together.high >= 1;
    found.remarks.push_back(
        fmt::format("Factors one by one account for {:.3f} [{:.3f}, {:.3f}] of the variance; {}.",
                    together.estimate, together.low, together.high,
                    all ? "that they do anything together cannot be told" : kLeft));
  }
}

void remark_on_signs(Findings& found) {
  constexpr double kRounding = 1e-9;
  const std::string names = names_where(found, [](const FactorFindings& of) {
    const double mean = of.findings[0].of.estimate, absolute = of.findings[1].of.estimate;
    return std::abs(mean) < absolute * (1.0 - kRounding);
  });
  if (names.empty()) return;
  found.remarks.push_back(
      fmt::format("The outcome rises in places and falls in others with: {}.", names));
}

void remark_on_ranks(Findings& found, double level) {
  const std::string chance =
      names_where(found, [&](const FactorFindings& of) { return of.findings[0].p >= 1.0 - level; });
  if (!chance.empty()) {
    found.remarks.push_back(fmt::format("No steady rise or fall can be told with: {}.", chance));
  }
  const std::string unknown = names_where(
      found, [](const FactorFindings& of) { return std::isnan(of.findings[0].of.estimate); });
  if (!unknown.empty()) {
    found.remarks.push_back(fmt::format(
        "The other factors alone give the outcome's order; nothing is left for: {}.", unknown));
  }
}

}  // namespace homeroom::sensitivity
