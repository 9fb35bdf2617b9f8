#include "analysis/patterns/verdicts.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/estimators/moments.hpp"

namespace homeroom::patterns {
namespace {

constexpr double kErrors = 2.0;

std::string number(double value) { return std::isnan(value) ? "" : fmt::format("{:.3f}", value); }

std::string quoted(std::string_view text) {
  std::string doubled;
  for (const char letter : text) doubled += letter == '"' ? "\"\"" : std::string(1, letter);
  return '"' + doubled + '"';
}

Judged judge_one(const Pattern& pattern, const std::vector<Figures>& replicates) {
  estimators::Moments all;
  for (const Figures& figures : replicates) {
    const auto found = figures.find(pattern.figure);
    if (found != figures.end() && std::isfinite(found->second)) all.add(found->second);
  }
  Judged judged{&pattern, estimators::kMissing, estimators::kMissing, all.count(),
                Verdict::NotApplicable};
  if (all.count() == 0 || 2 * static_cast<std::size_t>(all.count()) < replicates.size()) {
    return judged;
  }
  judged.value = all.mean();
  // Of a single replicate the error is unknown; rounding must not make a spread of none negative.
  if (all.count() > 1) {
    judged.error = std::sqrt(std::max(0.0, all.variance()) / (all.count() - 1));
  }
  const double room = std::isnan(judged.error) ? 0.0 : kErrors * judged.error;
  const bool inside = judged.value - room >= pattern.low && judged.value + room <= pattern.high;
  judged.verdict = inside ? Verdict::InBand : Verdict::OutOfBand;
  return judged;
}

}  // namespace

std::vector<Judged> judge(const std::vector<Pattern>& patterns, const Findings& findings) {
  std::vector<Judged> judged;
  for (const Pattern& pattern : patterns) {
    judged.push_back(judge_one(pattern, findings.at(pattern.given)));
  }
  return judged;
}

std::string_view in_words(Verdict verdict) {
  switch (verdict) {
    case Verdict::InBand:
      return "in band";
    case Verdict::OutOfBand:
      return "out of band";
    case Verdict::NotApplicable:
      return "not applicable";
  }
  return "";
}

std::string verdicts_text(const std::vector<Judged>& judged) {
  std::string text = fmt::format("{:<9}{:<72}{:>8}{:>8}{:>17}  {}\n", "", "pattern", "value", "+-",
                                 "band", "verdict");
  int counts[3] = {};
  for (const Judged& one : judged) {
    const Pattern& pattern = *one.pattern;
    ++counts[static_cast<int>(one.verdict)];
    text += fmt::format("{:<9}{:<72}{:>8}{:>8}{:>17}  {}\n", pattern.id, pattern.says,
                        number(one.value), number(one.error),
                        fmt::format("{} to {}", pattern.low, pattern.high), in_words(one.verdict));
  }
  for (const Judged& one : judged) {
    if (one.verdict != Verdict::NotApplicable) continue;
    text += fmt::format(
        "not applicable: {} {}: {}\n", one.pattern->id, one.pattern->says,
        one.pattern->absent.empty() ? "these records do not show it" : one.pattern->absent);
  }
  return text + fmt::format("{} in band, {} out of band, {} not applicable\n", counts[0], counts[1],
                            counts[2]);
}

std::string verdicts_csv(std::string_view scenario, const std::vector<Judged>& judged,
                         bool header) {
  std::string text =
      !header ? ""
              : "scenario,id,figure,pattern,unit,value,monte_carlo_error,low,high,verdict,"
                "replicates,source\n";
  for (const Judged& one : judged) {
    const Pattern& p = *one.pattern;
    const auto exact = [](double value) {
      return std::isnan(value) ? std::string() : fmt::format("{:.6g}", value);
    };
    text +=
        fmt::format("{},{},{},{},{},{},{},{},{},{},{},{}\n", quoted(scenario), quoted(p.id),
                    p.figure, quoted(p.says), quoted(p.unit), exact(one.value), exact(one.error),
                    p.low, p.high, in_words(one.verdict), one.replicates, quoted(p.source));
  }
  return text;
}

}  // namespace homeroom::patterns
