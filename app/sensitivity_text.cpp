#include "app/sensitivity_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/records/csv_cell.hpp"

namespace homeroom::app {
namespace {

using sensitivity::FactorFindings;
using sensitivity::Finding;
using sensitivity::Findings;

std::string title_of(const std::string& measure) {
  if (measure == "first_order") return "first order";
  if (measure == "mu_star") return "mu*";
  if (measure == "prcc") return "partial rank correlation";
  return measure;
}

/// Indices and correlations have three decimals, effects as many digits as say something.
std::string number(double value, bool is_share) {
  if (!is_share) return fmt::format("{:.3g}", value);
  const std::string text = fmt::format("{:.3f}", value);
  return text == "-0.000" ? "0.000" : text;
}

std::string cell(const Finding& finding, bool is_share) {
  if (std::isnan(finding.of.estimate)) return "-";
  std::string text = number(finding.of.estimate, is_share);
  if (!std::isnan(finding.of.low)) {
    text += fmt::format(" [{}, {}]", number(finding.of.low, is_share),
                        number(finding.of.high, is_share));
  }
  if (!std::isnan(finding.p)) {
    text += finding.p < 0.0005 ? "  p <0.001" : fmt::format("  p {:.3f}", finding.p);
  }
  return text;
}

std::string table_of(const Findings& findings) {
  const bool shares = findings.measures.front() != "mu";
  std::vector<std::vector<std::string>> rows = {{"factor"}};
  for (const std::string& measure : findings.measures) rows[0].push_back(title_of(measure));
  for (const FactorFindings& of : findings.factors) {
    rows.push_back({of.factor});
    for (const Finding& finding : of.findings) rows.back().push_back(cell(finding, shares));
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line = " ";
    for (std::size_t c = 0; c < row.size(); ++c) {
      std::size_t width = 0;
      for (const auto& other : rows) width = std::max(width, other[c].size());
      line += fmt::format(" {:<{}} ", row[c], width);
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string chance_text(const sensitivity::ChanceShare& chance) {
  if (chance.replicates < 2) {
    return "With one replicate a point, chance cannot be told from the factors: all holds for "
           "these "
           "dice.";
  }
  if (std::isnan(chance.share)) return "How much is chance cannot be told.";
  const std::string share =
      chance.share < 1 ? fmt::format("About {:.0f} %", 100.0 * chance.share) : "All";
  return fmt::format(
      "{} of the variance between points (means of {} replicates) may belong to these dice: others "
      "would spread it otherwise over the points. More replicates make it less.",
      share, chance.replicates);
}

/// What one replicate's dice alone would tell, of the measure that factors are ordered by.
std::string dice_text(const Findings& findings) {
  const std::size_t measure = findings.measures.size() > 1 ? 1 : 0;
  const bool shares = findings.measures.front() != "mu";
  std::string text;
  for (const FactorFindings& of : findings.factors) {
    const Finding& finding = of.findings[measure];
    if (std::isnan(finding.lowest)) continue;
    text += fmt::format("{}{} {} to {}", text.empty() ? "" : ", ", of.factor,
                        number(finding.lowest, shares), number(finding.highest, shares));
  }
  if (text.empty()) return text;
  return fmt::format("  By one replicate alone, {} is: {}.\n", title_of(findings.measures[measure]),
                     text);
}

std::string shortest(double value) { return std::isnan(value) ? "" : fmt::format("{}", value); }

}  // namespace

std::string findings_text(const ToldFindings& told) {
  std::string text =
      fmt::format("\n{}, {}: {}\n", told.scenario,
                  told.policy == "none" ? "its own law" : "policy " + told.policy, told.outcome);
  if (!told.refused.empty()) return text + "  " + told.refused + "\n";
  const Findings& of = told.findings;
  text += fmt::format("  mean {:.4g}, standard deviation {:.3g} over points; {} {}", of.mean,
                      of.deviation, of.parts, of.parts_are);
  if (of.left_out > 0) {
    text += fmt::format(
        "; {} left out because outcomes are missing: if those are no accident, "
        "neither is what is told",
        of.left_out);
  }
  text += "\n" + table_of(of);
  for (const std::string& remark : of.remarks) text += "  " + remark + "\n";
  text += dice_text(of);
  return text + "  " + chance_text(told.chance) + "\n";
}

void append_findings(const ToldFindings& told, std::string& csv) {
  if (!told.refused.empty()) return;
  for (const FactorFindings& of : told.findings.factors) {
    for (std::size_t m = 0; m < of.findings.size(); ++m) {
      const Finding& finding = of.findings[m];
      csv += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", csv_cell(told.scenario),
                         csv_cell(told.policy), csv_cell(told.outcome), csv_cell(of.factor),
                         told.findings.measures[m], shortest(finding.of.estimate),
                         shortest(finding.of.low), shortest(finding.of.high), shortest(finding.p),
                         shortest(finding.lowest), shortest(finding.highest), told.findings.parts,
                         told.findings.left_out, shortest(told.chance.share));
    }
  }
}

}  // namespace homeroom::app
