#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/estimators/dummies.hpp"
#include "analysis/estimators/kaplan_meier.hpp"
#include "analysis/estimators/log_rank.hpp"
#include "analysis/estimators/text_cells.hpp"
#include "app/estimated.hpp"

namespace homeroom::app {
namespace {

using estimators::Spell;
using estimators::SurvivalStep;

constexpr double kConfidence = 0.95;

struct Group {
  std::string name;  ///< empty: all rows are one
  std::vector<Spell> spells;
  std::vector<SurvivalStep> steps;
};

/// Spells by row; faults where one does not last, or an event is neither 0 nor 1.
std::vector<Spell> spells_of(const EstimateTable& table, ValueFaults& faults) {
  const TableColumn &time = *table.named_by("--survival"), &event = *table.named_by("--event");
  const TableColumn* entry = table.named_by("--entry");
  std::vector<Spell> spells;
  for (std::size_t i = 0; i < table.lines.size(); ++i) {
    const double from = entry ? entry->numbers[i] : 0.0;
    const double ended = event.numbers[i];
    if (std::isfinite(ended) && ended != 0.0 && ended != 1.0) {
      faults.at(i, event.name, fmt::format("is {:g}", ended),
                "1: it ended then; 0: it was still there when last seen");
    }
    if (std::isfinite(from) && time.numbers[i] <= from) {
      faults.at(i, time.name, fmt::format("is {:g}, not after {:g}", time.numbers[i], from),
                entry ? "later than the entry" : "above 0");
    }
    spells.push_back({from, time.numbers[i], ended == 1.0});
  }
  return spells;
}

std::vector<Group> groups_of(const EstimateTable& table, const std::vector<Spell>& spells) {
  const TableColumn* by = table.named_by("--by");
  if (!by) return {{"", spells, {}}};
  std::vector<Group> groups;
  for (const std::string& level : estimators::levels_of(by->words)) {
    groups.push_back({level, {}, {}});
    for (std::size_t i = 0; i < spells.size(); ++i) {
      if (by->words[i] == level) groups.back().spells.push_back(spells[i]);
    }
  }
  return groups;
}

int ended_in(const Group& group) {
  return static_cast<int>(std::count_if(group.spells.begin(), group.spells.end(),
                                        [](const Spell& spell) { return spell.ended; }));
}

std::string text_of(const Group& group) {
  using estimators::number_text;
  std::string text = group.name.empty() ? std::string() : group.name + "\n";
  text += fmt::format("{:>10}  {:>8}  {:>8}  {:>10}  {:>10}  {:>10}  {:>10}\n", "time", "at risk",
                      "events", "survival", "std. error", "95 % low", "high");
  for (const SurvivalStep& step : group.steps) {
    text += fmt::format("{:>10}  {:>8}  {:>8}  {:>10}  {:>10}  {:>10}  {:>10}\n",
                        fmt::format("{:g}", step.age), step.at_risk, step.ended,
                        number_text(step.survival), number_text(step.error), number_text(step.low),
                        number_text(step.high));
  }
  const double median = estimators::median_survival(group.steps);
  return text +
         fmt::format("{} rows, {} events, half are left until {}\n", group.spells.size(),
                     ended_in(group),
                     std::isnan(median) ? "later than was seen" : fmt::format("{:g}", median));
}

std::string csv_of(const std::vector<Group>& groups, const estimators::LogRank* test) {
  using estimators::csv_cell;
  std::string text =
      "group,time,at_risk,events,survival,standard_error,low,high,log_rank_chi2,log_rank_degrees,"
      "log_rank_p\n";
  const std::string of_test =
      test ? fmt::format("{},{},{}", csv_cell(test->chi_squared), test->degrees, csv_cell(test->p))
           : ",,";
  for (const Group& group : groups) {
    for (const SurvivalStep& step : group.steps) {
      text += fmt::format("{},{},{},{},{},{},{},{},{}\n", csv_cell(group.name), csv_cell(step.age),
                          step.at_risk, step.ended, csv_cell(step.survival), csv_cell(step.error),
                          csv_cell(step.low), csv_cell(step.high), of_test);
    }
  }
  return text;
}

std::string text_of(const estimators::LogRank& test, const std::vector<Group>& groups) {
  std::size_t width = 5;
  for (const Group& group : groups) width = std::max(width, estimators::width_of(group.name));
  std::string text = fmt::format("\n{}  {:>8}  {:>10}\n", estimators::padded("group", width),
                                 "events", "expected");
  for (std::size_t g = 0; g < groups.size(); ++g) {
    text += fmt::format("{}  {:>8.0f}  {:>10}\n", estimators::padded(groups[g].name, width),
                        test.observed[g], estimators::number_text(test.expected[g]));
  }
  return text + fmt::format("log-rank test: chi2 {:.4g} of {} degree{} of freedom, p {}\n",
                            test.chi_squared, test.degrees, test.degrees == 1 ? "" : "s",
                            estimators::p_text(test.p));
}

}  // namespace

std::vector<Fault> survival_faults(const EstimateOptions& options, const EstimateTable& table) {
  ValueFaults faults(options, table);
  spells_of(table, faults);
  return faults.take();
}

Estimated estimate_survival(const EstimateOptions& options, const EstimateTable& table) {
  Estimated estimated;
  ValueFaults faults(options, table);
  const std::vector<Spell> spells = spells_of(table, faults);
  if (faults.any()) {
    estimated.faults = faults.take();
    return estimated;
  }
  std::vector<Group> groups = groups_of(table, spells);
  std::vector<std::vector<Spell>> of_groups;
  std::vector<std::string> names;
  for (Group& group : groups) {
    group.steps = estimators::kaplan_meier(group.spells, kConfidence);
    if (group.steps.empty()) {
      estimated.warnings.push_back(
          fmt::format("nothing ended{}{}", group.name.empty() ? "" : " in ", group.name));
    }
    if (!estimated.text.empty()) estimated.text += "\n";
    estimated.text += text_of(group);
    of_groups.push_back(group.spells);
    names.push_back(group.name);
  }
  if (groups.size() < 2) {
    if (!options.by.empty()) {
      estimated.warnings.push_back(fmt::format("{} is {} in every row; there is nothing to compare",
                                               options.by, groups.front().name));
    }
    estimated.csv = csv_of(groups, nullptr);
    return estimated;
  }
  const estimators::LogRank test = estimators::log_rank(of_groups, names);
  estimated.text += text_of(test, groups);
  estimated.csv = csv_of(groups, &test);
  return estimated;
}

}  // namespace homeroom::app
