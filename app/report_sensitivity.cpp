#include "app/report_sensitivity.hpp"

#include <fmt/format.h>

#include <cmath>

#include "app/options.hpp"
#include "app/sensitivity_findings.hpp"

namespace homeroom::app {
namespace {

using report::cell_of;
using sensitivity::FactorFindings;

/// The measure that a drawing can show on one scale for all outcomes; empty: none.
std::string drawn_measure(const sensitivity::Findings& findings) {
  for (const std::string& measure : findings.measures) {
    if (measure == "total" || measure == "prcc") return measure;
  }
  return {};
}

std::string arm_of(const ToldFindings& told) {
  const std::string policy = told.policy == "none" ? "its own law" : told.policy;
  return fmt::format("{}, {}", told.scenario, policy);
}

void add_drawn(report::Figure& figure, const ToldFindings& told) {
  const std::string measure = drawn_measure(told.findings);
  for (const FactorFindings& factor : told.findings.factors) {
    for (std::size_t m = 0; m < factor.findings.size(); ++m) {
      if (told.findings.measures[m] != measure || measure.empty()) continue;
      const sensitivity::Interval& of = factor.findings[m].of;
      figure.rows.push_back({fmt::format("{} ({})", told.outcome, arm_of(told)), factor.factor,
                             cell_of(of.estimate), cell_of(of.low), cell_of(of.high)});
    }
  }
}

void add_rows(report::Figure& table, const ToldFindings& told) {
  for (const FactorFindings& factor : told.findings.factors) {
    for (std::size_t m = 0; m < factor.findings.size(); ++m) {
      const sensitivity::Interval& of = factor.findings[m].of;
      table.rows.push_back({arm_of(told), told.outcome, factor.factor, told.findings.measures[m],
                            cell_of(of.estimate), cell_of(of.low), cell_of(of.high),
                            cell_of(told.chance.share)});
    }
  }
}

void add_findings(report::Section& section, const SweepFindings& found) {
  report::Figure drawn = report::intervals(
      "depends_on", "How much of each outcome's differences between points goes with each factor",
      "Total index of the variance (grid, saltelli) or partial rank correlation (lhs, sobol), as "
      "homeroom sensitivity tells them; line: 95 % interval over the design's own chance.",
      "total index, or partial rank correlation");
  drawn.hints["signed"] = "no";
  report::Figure table = report::table_of(
      "depends_table", "Every measure of every factor",
      "The last column is the share of the variance between points that may belong to the dice "
      "alone; 1 and more: all of it.",
      {{"arm", "city and policy", "", false},
       {"outcome", "outcome", "", false},
       {"factor", "factor", "", false},
       {"measure", "measure", "", false},
       {"estimate", "estimate", ""},
       {"low", "low", ""},
       {"high", "high", ""},
       {"dice", "share that may be the dice's", ""}});
  table.hints["closed"] = "yes";
  for (const ToldFindings& told : found.told) {
    if (!told.refused.empty()) {
      section.missing.push_back(fmt::format("{}: {}", told.outcome, told.refused));
      continue;
    }
    add_drawn(drawn, told);
    add_rows(table, told);
  }
  if (!drawn.rows.empty()) section.figures.push_back(std::move(drawn));
  if (!table.rows.empty()) section.figures.push_back(std::move(table));
}

/// Those of whose differences half or more may be the dice's are told by name.
std::string dice_sentence(const SweepFindings& found) {
  std::vector<std::string> outcomes;
  for (const ToldFindings& told : found.told) {
    if (told.refused.empty() && !(told.chance.share < 0.5)) {
      outcomes.push_back(fmt::format("{} ({})", told.outcome, arm_of(told)));
    }
  }
  if (outcomes.empty()) return {};
  const std::string which = outcomes.size() == found.told.size()
                                ? "of every outcome"
                                : fmt::format("of {}", fmt::join(outcomes, ", "));
  return fmt::format(
      "Half or more of the differences between points may belong to these dice, or how much cannot "
      "be told, {}. More replicates make it less.",
      which);
}

/// The factor with the largest index or correlation, with its interval.
std::string sentence_of(const ToldFindings& told) {
  const std::string measure = drawn_measure(told.findings);
  const sensitivity::Interval* most = nullptr;
  std::string factor;
  for (const FactorFindings& of : told.findings.factors) {
    for (std::size_t m = 0; m < of.findings.size(); ++m) {
      const sensitivity::Interval& one = of.findings[m].of;
      if (told.findings.measures[m] != measure || std::isnan(one.estimate)) continue;
      if (most && std::abs(one.estimate) <= std::abs(most->estimate)) continue;
      most = &one;
      factor = of.factor;
    }
  }
  if (!most || measure.empty()) return {};
  if (most->low < 0 && most->high > 0) {
    return fmt::format("{} ({}): no factor's correlation can be told from 0.", told.outcome,
                       arm_of(told));
  }
  const std::string within =
      std::isnan(most->low)
          ? std::string()
          : fmt::format(" (95\u00a0% interval {:.2f} to {:.2f})", most->low, most->high);
  const char* dice =
      told.chance.share < 0.5 ? "" : " Half or more of its differences may be of these dice.";
  return fmt::format("{} ({}) depends most on {}: {} {:.2f}{}.{}", told.outcome, arm_of(told),
                     factor, measure == "total" ? "total index" : "partial rank correlation",
                     most->estimate, within, dice);
}

}  // namespace

ToldSensitivity sensitivity_told(const std::filesystem::path& folder) {
  ToldSensitivity all;
  all.section = {"sensitivity", "What outcomes depend on"};
  const SensitivityOptions usual;
  try {
    const SweepFindings found = findings_of_sweep(
        folder, {},
        {usual.level, usual.resamples, static_cast<std::uint64_t>(usual.seed), usual.leave_out});
    all.section.paragraphs = {found.what + ".", found.limits, dice_sentence(found)};
    std::erase(all.section.paragraphs, "");
    add_findings(all.section, found);
    for (const ToldFindings& told : found.told) all.answer.push_back(sentence_of(told));
    std::erase(all.answer, "");
  } catch (const std::exception& refused) {
    all.section.missing.push_back(refused.what());
  }
  return all;
}

}  // namespace homeroom::app
