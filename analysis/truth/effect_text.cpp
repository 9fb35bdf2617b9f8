#include "analysis/truth/effect_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/estimators/text_cells.hpp"

namespace homeroom::truth {
namespace {

using Line = std::vector<std::string>;

std::string indented(std::vector<Line> lines, std::size_t left) {
  for (Line& line : lines) line.front().insert(0, "  ");
  return estimators::in_columns(lines, left);
}

int digits_of(std::string_view unit) { return unit == "points" ? 2 : 4; }

std::string number(double value, int digits, bool sign = true) {
  if (std::isnan(value)) return "-";
  if (value == 0.0) return "0";  // nought has no sign, and what rounds to it is told as it is
  return sign ? fmt::format("{:+.{}f}", value, digits) : fmt::format("{:.{}f}", value, digits);
}

std::string with_reach(const OverReplicates& over, int digits) {
  std::string text = number(over.mean, digits);
  if (over.count > 1) {
    const double reach = 0.5 * (over.high - over.low);
    text += reach == 0.0 ? " ±0" : fmt::format(" ±{:.{}f}", reach, digits);
  }
  return text;
}

std::string estimates(const EffectAudit& audit) {
  std::vector<Line> lines = {
      {"estimate", "of", "unit", "estimate", "own error", "spread", "truth", "gap", "holds %"}};
  for (std::size_t m = 0; m < kMethods; ++m) {
    const auto method = static_cast<Method>(m);
    const EstimandText& of = text_of(text_of(method).of);
    const MethodSummary summary = summary_of(audit, method);
    const int digits = digits_of(of.unit);
    lines.push_back({std::string(text_of(method).label), std::string(of.measure),
                     std::string(of.unit), with_reach(summary.estimate, digits),
                     number(summary.own_error, digits, false),
                     number(summary.estimate.spread, digits, false),
                     with_reach(summary.truth, digits), with_reach(summary.gap, digits),
                     std::isnan(summary.holds) || audit.replicates.size() < 2
                         ? "-"
                         : fmt::format("{:.0f}", 100 * summary.holds)});
  }
  return indented(lines, 3);
}

/// Replicates in which a method has no estimate, and why.
std::string without_estimate(const EffectAudit& audit) {
  std::string text;
  const auto all = static_cast<int>(audit.replicates.size());
  for (std::size_t m = 0; m < kMethods; ++m) {
    const auto method = static_cast<Method>(m);
    const MethodSummary summary = summary_of(audit, method);
    if (summary.estimate.count == all) continue;
    text += fmt::format("  {}: none in {} of {} replicates ({})\n", text_of(method).label,
                        all - summary.estimate.count, all, summary.why_not);
  }
  return text;
}

/// A sentence with its numbers left out: the same warning of two replicates.
std::string without_numbers(const std::string& sentence) {
  std::string words;
  for (const char c : sentence) {
    if (c < '0' || c > '9') words += c;
  }
  return words;
}

/// What estimators warn of: in how many replicates, and the words of the first.
std::string warnings(const EffectAudit& audit) {
  struct Heard {
    std::string first;
    std::size_t last = 0;  ///< replicate, the first is 1
    int replicates = 0;
  };
  std::string text;
  for (std::size_t m = 0; m < kMethods; ++m) {
    std::map<std::string, Heard> heard;
    for (std::size_t r = 0; r < audit.replicates.size(); ++r) {
      for (const std::string& warning : audit.replicates[r].estimates[m].warnings) {
        Heard& one = heard[without_numbers(warning)];
        if (one.replicates == 0) one.first = warning;
        one.replicates += one.last != r + 1;
        one.last = r + 1;
      }
    }
    for (const auto& [words, one] : heard) {
      text +=
          fmt::format("  {}: in {} of {} replicates: {}\n", text_of(static_cast<Method>(m)).label,
                      one.replicates, audit.replicates.size(), one.first);
    }
  }
  return text;
}

std::string split(const EffectAudit& audit) {
  std::vector<Line> lines;
  std::vector<double> estimates;
  for (const EffectReplicate& replicate : audit.replicates) {
    if (replicate.split) estimates.push_back(replicate.split->estimate);
  }
  for (std::size_t p = 0; p < kParts; ++p) {
    const auto part = static_cast<Part>(p);
    lines.push_back({std::string(text_of(part).label), std::string(text_of(part).meaning),
                     with_reach(summary_of(audit, part), 4)});
  }
  lines.push_back(
      {"report's estimate", "the sum, on mean scores", with_reach(over_replicates(estimates), 4)});
  return indented(lines, 2);
}

std::string truths(const EffectAudit& audit) {
  std::vector<Line> lines = {{"schools", "who", "level SD", "growth SD/yr", "proficient points"}};
  const auto cell = [&](Estimand first, int step) {
    const auto estimand = static_cast<Estimand>(static_cast<int>(first) + step);
    return with_reach(summary_of(audit, estimand), digits_of(text_of(estimand).unit));
  };
  for (const Estimand first :
       {Estimand::Level, Estimand::LevelLeft, Estimand::LevelSeparate, Estimand::LevelCity}) {
    lines.push_back({std::string(text_of(first).who), "children", cell(first, 0), cell(first, 1),
                     cell(first, 2)});
  }
  lines.insert(lines.begin() + 2, {"model", "seated alike", cell(Estimand::LevelSeated, 0),
                                   cell(Estimand::LevelSeated, 1), cell(Estimand::LevelSeated, 2)});
  for (const Estimand first : {Estimand::SchoolsLevel, Estimand::SchoolsLevelLeft,
                               Estimand::SchoolsLevelSeparate, Estimand::SchoolsLevelCity}) {
    lines.push_back(
        {std::string(text_of(first).who), "schools", cell(first, 0), cell(first, 1), ""});
  }
  return indented(lines, 2);
}

template <class Of>
double mean_of(const EffectAudit& audit, Of&& of) {
  std::vector<double> values;
  for (const EffectReplicate& replicate : audit.replicates) values.push_back(of(replicate.truth));
  return over_replicates(values).mean;
}

/// Whom matched comparisons leave out.
std::string matched(const EffectAudit& audit) {
  const auto share = [&](int subject) {
    return 100 * mean_of(audit, [=](const EffectTruth& t) { return t.matched[subject]; });
  };
  if (std::isnan(share(kMath))) return {};
  return fmt::format(
      "  matched twins: {:.0f} % of newcomers have one in mathematics, {:.0f} % in ELA; the truth "
      "is "
      "theirs (of all newcomers {} and {})\n",
      share(kMath), share(kEla), with_reach(summary_of(audit, Estimand::GrowthNewcomersMath), 4),
      with_reach(summary_of(audit, Estimand::GrowthNewcomersEla), 4));
}

std::string label_of(const std::map<std::string, std::string>& labels, const std::string& key) {
  const auto label = labels.find(key);
  return label == labels.end() ? key : label->second;
}

}  // namespace

std::string effect_text(const EffectAudit& audit,
                        const std::map<std::string, std::string>& labels) {
  const std::string model = label_of(labels, audit.model),
                    reference = label_of(labels, audit.reference);
  const double absent = mean_of(audit, [](const EffectTruth& t) { return t.absent; });
  return fmt::format(
      "{}: {} schools in {}, against {} schools; {} replicate{}\n"
      "{:.1f} schools with {:.0f} children, {:.0f} of them tested; {:.1f} % of these children "
      "would "
      "be elsewhere if their schools produced as {} ones do{}\n\n"
      "What an analyst would publish, and the truth of the same children\n{}{}{}{}\n"
      "The report's estimate, part by part [state SD]\n{}\n"
      "What the model does [the city less the same city with the model's schools as {} ones]\n{}",
      audit.scenario, model, audit.year, reference, audit.replicates.size(),
      audit.replicates.size() == 1 ? "" : "s",
      mean_of(audit, [](const EffectTruth& t) { return t.schools; }),
      mean_of(audit, [](const EffectTruth& t) { return t.children; }),
      mean_of(audit, [](const EffectTruth& t) { return t.tested; }),
      100 * mean_of(audit, [](const EffectTruth& t) { return t.elsewhere; }), reference,
      absent > 0 ? fmt::format("; {:.1f} children of the city are not in the other life", absent)
                 : "",
      estimates(audit), matched(audit), without_estimate(audit), warnings(audit), split(audit),
      reference, truths(audit));
}

}  // namespace homeroom::truth
