#include <fmt/format.h>

#include <cmath>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>

#include "analysis/estimators/offer_scores.hpp"
#include "analysis/estimators/text_cells.hpp"
#include "app/estimate_vectors.hpp"
#include "app/estimated.hpp"

namespace homeroom::app {
namespace {

using estimators::OfferScore;

/// Lists of applications as a panel's year.
class Lists {
 public:
  Lists(const EstimateTable& table, ValueFaults& faults)
      : table_(table),
        faults_(faults),
        student_(*table.named_by("--offer-chances")),
        school_(*table.named_by("--school")),
        rank_(*table.named_by("--rank")),
        grade_(*table.named_by("--within")),
        class_(*table.named_by("--priority")),
        number_(*table.named_by("--number")) {}

  panel::Year read() {
    const std::vector<int> student = numbers_of(student_.words), school = numbers_of(school_.words),
                           grade = numbers_of(grade_.words);
    panel::Year year;
    for (std::size_t i = 0; i < table_.lines.size(); ++i) {
      refuse_line(i, student[i]);
      panel::Applications& made = flag("--separate", i) ? year.lotteries : year.applications;
      made.student.push_back(student[i]);
      made.school.push_back(school[i]);
      made.grade.push_back(grade[i]);
      made.rank.push_back(static_cast<int>(rank_.numbers[i]));
      made.served.push_back(static_cast<int>(class_.numbers[i]));
      made.number.push_back(number_.numbers[i]);
      made.offered.push_back(flag("--offer", i));
      made.offered_ever.push_back(flag("--offer", i) || flag("--ever", i));
      add_school(i, school[i], year.schools);
    }
    year.schools.index();
    return year;
  }

  std::set<int> asked() const { return asked_; }
  std::size_t lines() const { return table_.lines.size(); }
  /// As the table calls it.
  const std::string& student(int number) const { return student_.words[first_line_.at(number)]; }
  const std::string& grade(int number) const { return grade_.words[first_line_.at(number)]; }

 private:
  bool flag(const char* option, std::size_t i) const {
    const TableColumn* column = table_.named_by(option);
    return column && column->numbers[i] == 1.0;
  }

  void refuse_line(std::size_t i, int student) {
    first_line_.try_emplace(student, i);
    for (const char* option : {"--offer", "--ever", "--asked", "--examined", "--separate"}) {
      const TableColumn* column = table_.named_by(option);
      if (!column || column->numbers[i] == 0.0 || column->numbers[i] == 1.0) continue;
      faults_.at(i, column->name, fmt::format("is {:g}", column->numbers[i]), "0 or 1");
    }
    for (const TableColumn* whole : {&rank_, &class_}) {
      const double value = whole->numbers[i];
      if (std::floor(value) == value && std::abs(value) < 1e9) continue;
      faults_.at(i, whole->name, fmt::format("is {:g}", value), "whole numbers below 1e9");
    }
    if (!(number_.numbers[i] >= 0.0 && number_.numbers[i] <= 1.0)) {
      faults_.at(i, number_.name, fmt::format("is {:g}", number_.numbers[i]),
                 "from 0 to 1; smaller is served first");
    }
    const auto [seen, fresh] =
        seen_.try_emplace({student, flag("--separate", i), static_cast<int>(rank_.numbers[i])}, i);
    if (!fresh) {
      faults_.at(i, rank_.name,
                 fmt::format("of {} is that of line {} already", student_.words[i],
                             table_.lines[seen->second]),
                 "a rank once on each list; choose rows of one year first");
    }
    const std::size_t first = first_line_.at(student);
    if (grade_.words[first] != grade_.words[i]) {
      faults_.at(
          i, grade_.name,
          fmt::format("of {} is another than in line {}", student_.words[i], table_.lines[first]),
          "one grade for each child");
    }
  }

  /// A school once, with what all of its lines must say of it.
  void add_school(std::size_t i, int school, panel::Schools& schools) {
    const auto [seen, fresh] = of_school_.try_emplace(school, i);
    for (const char* option : {"--asked", "--examined"}) {
      if (flag(option, i) == flag(option, seen->second)) continue;
      faults_.at(i, table_.named_by(option)->name,
                 fmt::format("of {} is another than in line {}", school_.words[i],
                             table_.lines[seen->second]),
                 "one value for each school");
    }
    if (!fresh) return;
    schools.school.push_back(school);
    schools.selective.push_back(flag("--examined", i));
    if (flag("--asked", i)) asked_.insert(school);
  }

  const EstimateTable& table_;
  ValueFaults& faults_;
  const TableColumn &student_, &school_, &rank_, &grade_, &class_, &number_;
  std::map<int, std::size_t> of_school_, first_line_;
  std::map<std::tuple<int, bool, int>, std::size_t> seen_;
  std::set<int> asked_;
};

bool is_at_risk(const OfferScore& one) { return one.at_once > 0.0 && one.at_once < 1.0; }

std::string text_of(const estimators::OfferScores& found, const Lists& lists) {
  int risky = 0, offered = 0;
  double expected = 0;
  for (const OfferScore& one : found.applicants) {
    risky += is_at_risk(one);
    offered += one.offered;
    expected += one.at_once;
  }
  return fmt::format(
      "{} lines, {} schools asked about, {} applicants to them\n{} at risk, whose chance is "
      "neither "
      "0 nor 1; {} offers at once, {:.1f} expected\nlottery numbers: {}\n",
      lists.lines(), lists.asked().size(), found.applicants.size(), risky, offered, expected,
      found.ties == estimators::TieBreaking::Single ? "one for all schools of a child"
                                                    : "one for each school");
}

}  // namespace

Estimated estimate_chances(const EstimateOptions& options, const EstimateTable& table) {
  Estimated estimated;
  ValueFaults faults(options, table);
  Lists lists(table, faults);
  const panel::Year year = lists.read();
  estimated.faults = faults.take();
  if (!estimated.faults.empty()) return estimated;
  refuse_constant(*table.named_by("--offer"), "tell chances from");
  const estimators::OfferScores found = estimators::offer_scores(
      year, lists.asked(),
      options.assignment == "immediate" ? estimators::Assignment::ImmediateAcceptance
                                        : estimators::Assignment::DeferredAcceptance);
  if (found.applicants.empty()) {
    throw std::invalid_argument(
        fmt::format("{} is 0 in every row; there is no school to ask about", options.asked));
  }
  estimated.warnings = found.warnings;
  estimated.text = text_of(found, lists);
  estimated.csv = "student,grade,chance,offered,chance_ever,offered_ever\n";
  for (const OfferScore& one : found.applicants) {
    using estimators::csv_cell;
    estimated.csv += fmt::format("{},{},{},{:d},{},{:d}\n", csv_cell(lists.student(one.student)),
                                 csv_cell(lists.grade(one.student)), csv_cell(one.at_once),
                                 one.offered, csv_cell(one.ever), one.offered_ever);
  }
  return estimated;
}

}  // namespace homeroom::app
