#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/report/csv_rows.hpp"
#include "analysis/report/documents.hpp"
#include "analysis/report/number_text.hpp"
#include "sim/core/words.hpp"

namespace homeroom::report {
namespace {

struct Estimate {
  std::string method, measure, unit;
  double estimate = 0, low = 0, high = 0, truth = 0, truth_low = 0, truth_high = 0, gap = 0,
         gap_low = 0, gap_high = 0, holds = 0;
};

/// Methods in words; one that is new has its key's.
std::string method_words(const std::string& method) {
  static const std::map<std::string, std::string> words = {
      {"report", "report's regression, mean score"},
      {"report_points", "report's regression, proficiency"},
      {"students", "the same, child by child"},
      {"matched_math", "matched twins, mathematics"},
      {"matched_ela", "matched twins, ELA"},
      {"lottery_offer_math", "lottery, an offer, mathematics"},
      {"lottery_offer_ela", "lottery, an offer, ELA"},
      {"lottery_year_math", "lottery, a year there, mathematics"},
      {"lottery_year_ela", "lottery, a year there, ELA"}};
  const auto found = words.find(method);
  return found == words.end() ? with_blanks(method) : found->second;
}

/// "pilot schools against traditional ones".
std::string models_compared(const Results& results) {
  CsvRows rows(results.file("effect_estimates.csv"), {"model", "reference"});
  if (!rows.next()) return "the model's schools";
  return fmt::format("{} schools against {} ones", results.label(std::string(rows.text(0))),
                     results.label(std::string(rows.text(1))));
}

std::vector<Estimate> read_estimates(const Results& results) {
  CsvRows rows(results.file("effect_estimates.csv"),
               {"method", "measure", "unit", "estimate", "estimate_low", "estimate_high", "truth",
                "truth_low", "truth_high", "gap", "gap_low", "gap_high", "holds"});
  std::vector<Estimate> estimates;
  while (rows.next()) {
    estimates.push_back({std::string(rows.text(0)), std::string(rows.text(1)),
                         std::string(rows.text(2)), rows.number(3), rows.number(4), rows.number(5),
                         rows.number(6), rows.number(7), rows.number(8), rows.number(9),
                         rows.number(10), rows.number(11), rows.number(12)});
  }
  return estimates;
}

/// A figure for each unit: what is not in one unit is on no common scale.
Section estimates_section(const Results& results) {
  Section section{"estimates", "What each method finds, beside the truth"};
  add_or_tell(section, [&] {
    std::map<std::string, Figure> figures;
    for (const Estimate& row : read_estimates(results)) {
      auto [found, is_new] = figures.try_emplace(row.unit);
      if (is_new) {
        found->second = intervals(
            fmt::format("estimates_{}", figures.size()),
            fmt::format("Estimates (dot) and the truth of the same children (diamond) [{}]",
                        row.unit),
            "Means over replicates, each of which is a city; line: 95 % interval of the mean "
            "estimate. The truth beside a method is the effect of the model on those whom the "
            "method looks at.",
            row.unit);
        found->second.columns.push_back({"method", "method", "", false});
        found->second.columns.push_back({"beside", "truth", row.unit});
        found->second.columns.push_back({"truth_low", "low of the truth", row.unit});
        found->second.columns.push_back({"truth_high", "high of the truth", row.unit});
        found->second.columns.push_back({"gap", "estimate less truth", row.unit});
        found->second.columns.push_back(
            {"holds", "replicates whose own interval holds the truth", "share"});
      }
      found->second.rows.push_back({std::string(), method_words(row.method), cell_of(row.estimate),
                                    cell_of(row.low), cell_of(row.high), row.method,
                                    cell_of(row.truth), cell_of(row.truth_low),
                                    cell_of(row.truth_high), cell_of(row.gap), cell_of(row.holds)});
    }
    for (auto& [unit, figure] : figures) section.figures.push_back(std::move(figure));
  });
  return section;
}

Section split_section(const Results& results) {
  Section section{"split", "What the published estimate is made of"};
  add_or_tell(section, [&] {
    CsvRows rows(results.file("effect_split.csv"), {"part", "meaning", "value", "error"});
    Figure figure = waterfall("split_parts", "Parts of the estimate on mean scores [state SD]",
                              "Parts sum to the estimate exactly; the truth is the last of them. "
                              "Means over replicates.",
                              "state SD");
    figure.columns.push_back({"meaning", "meaning", "", false});
    double sum = 0;
    while (rows.next()) {
      sum += rows.number(2);
      figure.rows.push_back({std::string(), with_blanks(std::string(rows.text(0))),
                             std::string("term"), cell_of(rows.number(2)), cell_of(rows.number(3)),
                             std::string(rows.text(1))});
    }
    figure.rows.push_back({std::string(), std::string("estimate"), std::string("total"),
                           cell_of(sum), Cell(), std::string("what the study would publish")});
    section.figures.push_back(std::move(figure));
  });
  return section;
}

Section truth_section(const Results& results) {
  Section section{"truth", "What is true"};
  add_or_tell(section, [&] {
    CsvRows rows(results.file("effect_truth.csv"),
                 {"truth", "schools", "measure", "unit", "of", "effect", "low", "high"});
    Figure table = table_of("truth_table", "Effects of the model on children and schools",
                            "The city as it is less the same where the model's schools produce as "
                            "the reference; 95 % interval over replicates.",
                            {{"schools", "schools", "", false},
                             {"measure", "measure", "", false},
                             {"of", "of", "", false},
                             {"unit", "unit", "", false},
                             {"effect", "effect", ""},
                             {"low", "low", ""},
                             {"high", "high", ""}});
    while (rows.next()) {
      table.rows.push_back({with_blanks(std::string(rows.text(1))), std::string(rows.text(2)),
                            std::string(rows.text(4)), std::string(rows.text(3)),
                            cell_of(rows.number(5)), cell_of(rows.number(6)),
                            cell_of(rows.number(7))});
    }
    section.figures.push_back(std::move(table));
  });
  return section;
}

std::vector<std::string> answer_of(const Results& results) {
  std::vector<std::string> answer;
  try {
    for (const Estimate& row : read_estimates(results)) {
      if (row.method != "report") continue;
      answer.push_back(fmt::format("The report's regression finds {} {} for {}.",
                                   with_interval(row.estimate, row.low, row.high), row.unit,
                                   models_compared(results)));
      answer.push_back(fmt::format("In truth the model adds {} {} to the same children.",
                                   with_interval(row.truth, row.truth_low, row.truth_high),
                                   row.unit));
      answer.push_back(fmt::format("The gap is {} {}; its parts stand below.",
                                   with_interval(row.gap, row.gap_low, row.gap_high), row.unit));
    }
  } catch (const TableFault&) {
    // The section that shows the table tells what is wrong with it.
  }
  return answer;
}

}  // namespace

Document effect_document(const Results& results) {
  Document document;
  document.answer = answer_of(results);
  document.sections = {estimates_section(results), split_section(results), truth_section(results)};
  return document;
}

}  // namespace homeroom::report
