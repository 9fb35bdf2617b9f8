#include "analysis/patterns/verdicts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/estimators/moments.hpp"
#include "sim/records/csv_cell.hpp"

namespace homeroom::patterns {
namespace {

constexpr double kErrors = 2.0;

/// Three decimals, or four where the band ends below a hundredth.
std::string number(double value, const Pattern& of) {
  if (std::isnan(value)) return "";
  const bool small = of.unjudged.empty() && std::max(std::abs(of.low), std::abs(of.high)) < 0.01;
  return fmt::format("{:.{}f}", value, small ? 4 : 3);
}

std::string band_text(const Pattern& of) {
  return of.unjudged.empty() ? fmt::format("{} to {}", of.low, of.high) : "none";
}

/// An end of the band, missing where there is none.
double judged_by(double end, const Pattern& of) {
  return of.unjudged.empty() ? end : estimators::kMissing;
}

/// Why a figure has no verdict; empty where it has one.
std::string reason(const Judged& judged) {
  const Pattern& of = *judged.pattern;
  if (judged.verdict == Verdict::NotJudged) return of.unjudged;
  if (judged.verdict != Verdict::NotApplicable) return "";
  return of.absent.empty() ? "these records do not show it" : of.absent;
}

/// Why figures have the verdict, a line each.
std::string reasons(const std::vector<Judged>& judged, Verdict verdict) {
  std::string text;
  for (const Judged& one : judged) {
    if (one.verdict != verdict) continue;
    const Pattern& of = *one.pattern;
    text += fmt::format("{}: {} {}: {}\n", in_words(verdict), of.id, of.says, reason(one));
  }
  return text;
}

double value_of(const Figures& figures, const std::string& name) {
  const auto found = figures.find(name);
  return found == figures.end() ? estimators::kMissing : found->second;
}

Verdict verdict_of(const Judged& judged) {
  const Pattern& of = *judged.pattern;
  if (!of.unjudged.empty()) return Verdict::NotJudged;
  const double room = std::isnan(judged.error) ? 0.0 : kErrors * judged.error;
  const double low = judged.value - room, high = judged.value + room;
  const bool inside = low >= of.low && high <= of.high;
  if (!of.test) return inside ? Verdict::InBand : Verdict::OutOfBand;
  if (inside) return Verdict::AsPublished;
  return high < of.low || low > of.high ? Verdict::Otherwise : Verdict::Open;
}

Judged judge_one(const Pattern& pattern, const Findings& findings) {
  const std::vector<Figures>& replicates = findings.at(pattern.given);
  estimators::Moments all;
  for (std::size_t i = 0; i < replicates.size(); ++i) {
    double value = value_of(replicates[i], pattern.figure);
    if (!pattern.over.empty()) value -= value_of(findings.at(pattern.over).at(i), pattern.figure);
    if (std::isfinite(value)) all.add(value);
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
  judged.verdict = verdict_of(judged);
  return judged;
}

}  // namespace

std::vector<Judged> judge(const std::vector<Pattern>& patterns, const Findings& findings) {
  std::vector<Judged> judged;
  for (const Pattern& pattern : patterns) {
    judged.push_back(judge_one(pattern, findings));
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
    case Verdict::NotJudged:
      return "not judged";
    case Verdict::AsPublished:
      return "test: as published";
    case Verdict::Otherwise:
      return "test: otherwise";
    case Verdict::Open:
      return "test: open";
  }
  return "";
}

std::string verdicts_text(const std::vector<Judged>& judged) {
  std::size_t id = 8, says = 72;
  for (const Judged& one : judged) {
    id = std::max(id, one.pattern->id.size());
    says = std::max(says, one.pattern->says.size());
  }
  const auto line = [&](const auto& a, const auto& b, const auto& c, const auto& d, const auto& e,
                        const auto& f) {
    return fmt::format("{:<{}} {:<{}}{:>8}{:>8}{:>17}  {}\n", a, id, b, says, c, d, e, f);
  };
  std::string text = line("", "pattern", "value", "+-", "band", "verdict");
  int counts[7] = {};
  for (const Judged& one : judged) {
    const Pattern& pattern = *one.pattern;
    ++counts[static_cast<int>(one.verdict)];
    text += line(pattern.id, pattern.says, number(one.value, pattern), number(one.error, pattern),
                 band_text(pattern), in_words(one.verdict));
  }
  text += reasons(judged, Verdict::NotApplicable) + reasons(judged, Verdict::NotJudged);
  text += fmt::format("{} in band, {} out of band, {} not applicable, {} not judged\n", counts[0],
                      counts[1], counts[2], counts[3]);
  if (counts[4] + counts[5] + counts[6] == 0) return text;
  return text + fmt::format("tests, never fitted to: {} as published, {} otherwise, {} open\n",
                            counts[4], counts[5], counts[6]);
}

std::string verdicts_csv(std::string_view scenario, const std::vector<Judged>& judged,
                         bool header) {
  std::string text = header ? std::string(kVerdictsHead) + "\n" : "";
  for (const Judged& one : judged) {
    const Pattern& p = *one.pattern;
    const auto exact = [](double value) {
      return std::isnan(value) ? std::string() : fmt::format("{:.6g}", value);
    };
    text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{}\n", csv_quoted(scenario),
                        csv_quoted(p.id), p.figure, csv_quoted(p.says), csv_quoted(p.unit),
                        exact(one.value), exact(one.error), exact(judged_by(p.low, p)),
                        exact(judged_by(p.high, p)), in_words(one.verdict), one.replicates,
                        csv_quoted(p.source), csv_quoted(reason(one)));
  }
  return text;
}

}  // namespace homeroom::patterns
