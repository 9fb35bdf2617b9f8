#include "sim/lists/found_school.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_set>

#include "sim/lists/selection.hpp"
#include "sim/scenario/declared.hpp"

namespace homeroom::lists {

namespace {

class Finder {
 public:
  Finder(const SchoolRow& row, Remarks& remarks) : row_(row), remarks_(remarks) {}

  std::optional<FoundSchool> find() {
    for (const Rule& rule : row_.list->format->left_out) {
      if (fits_cells(rule, *row_.list, row_.row)) return left_out(rule.why);
    }
    found_.row = &row_;
    found_.school.id = row_.id;
    found_.school.name = row_.name.empty() ? row_.id : row_.name;
    found_.school.ungraded = whole(row_.ungraded);
    if (!(by_grade() ? take_grades() : take_totals()) || !fits_a_place()) return std::nullopt;
    take_shares();
    compare_with_total();
    return std::move(found_);
  }

 private:
  /// Whole children. No school has a thousand million, which a place refuses; a list may say more
  /// than an integer holds.
  static int whole(std::optional<double> children) {
    constexpr double kMost = 1e9;
    return static_cast<int>(std::min(children.value_or(0.0), kMost) + 0.5);
  }

  std::optional<FoundSchool> left_out(const std::string& why) {
    remarks_.at(Weight::LeftOut, row_.list->file, row_.line(), "", why, "", "",
                row_.listed_students());
    return std::nullopt;
  }

  void fault(const std::string& key, const std::string& what, const std::string& allowed) {
    remarks_.at(Weight::Fault, row_.list->file, row_.line(), key, what, allowed, "the rows",
                row_.listed_students());
  }

  bool by_grade() const {
    return std::any_of(row_.grades.begin(), row_.grades.end(),
                       [](const auto& grade) { return grade.has_value(); });
  }

  /// Enrolment by grade: from the first grade with children to the last.
  bool take_grades() {
    int first = kGrades, last = -1;
    for (int g = 0; g < kGrades; ++g) {
      if (row_.grades[static_cast<std::size_t>(g)].value_or(0.0) <= 0.0) continue;
      first = std::min(first, g);
      last = g;
    }
    if (last < 0) return without_grades();
    found_.school.first_grade = first;
    found_.school.last_grade = last;
    found_.school.prekindergarten = whole(row_.prekindergarten);
    for (int g = first; g <= last; ++g) {
      found_.school.enrolment.push_back(row_.grades[static_cast<std::size_t>(g)].value_or(0.0));
    }
    return true;
  }

  bool without_grades() {
    const bool young = row_.prekindergarten.value_or(0.0) > 0.0;
    const bool others = row_.ungraded.value_or(0.0) > 0.0;
    if (young || others) {
      left_out(young ? "has children before kindergarten only" : "has children in no grade only");
    } else {
      fault(row_.list->called(Field::Enrolment), "has no children", "one child or more");
    }
    return false;
  }

  /// Totals only: spread evenly over the grades that are offered.
  bool take_totals() {
    if (!spans()) return false;
    const std::optional<double> total = row_.total_k12 ? row_.total_k12 : row_.total;
    if (!total) {
      fault("", "has no enrolment in any list",
            "a list with enrolment, such as the membership file; or --students for all schools");
      return false;
    }
    if (*total < 0.5) {
      fault(row_.list->called(row_.total_k12 ? Field::EnrolmentK12 : Field::Enrolment),
            "has no children", "one child or more");
      return false;
    }
    found_.spread = true;
    spread(whole(total), !row_.total_k12 && *row_.low < 0);
    return true;
  }

  bool spans() {
    const bool unknown = !row_.low || !row_.high;
    if (unknown && row_.other_grades) {
      left_out("teaches adults or no grade only");
    } else if (unknown) {
      fault(row_.list->called(Field::LowGrade), "has no grades", "PK, K or 1 to 12");
    } else if (*row_.high < 0) {
      left_out("teaches before kindergarten only");
    } else if (*row_.low > *row_.high) {
      fault(row_.list->called(Field::LowGrade), "has a lowest grade above its highest", "");
    } else {
      return true;
    }
    return false;
  }

  void spread(int total, bool with_prekindergarten) {
    ListedSchool& school = found_.school;
    school.first_grade = std::max(0, *row_.low);
    school.last_grade = *row_.high;
    const int grades = school.last_grade - school.first_grade + 1;
    const int parts = grades + (with_prekindergarten ? 1 : 0);
    if (with_prekindergarten) school.prekindergarten = total / parts;
    const int rest = total - school.prekindergarten;
    const int each = rest / grades;
    for (int i = 0; i < grades; ++i) {
      school.enrolment.push_back(each + (i < rest % grades ? 1 : 0));
    }
  }

  /// What a place file may not say is refused here, where the line is known.
  bool fits_a_place() {
    const auto& grades = found_.school.enrolment;
    return fits("enrolment", *std::max_element(grades.begin(), grades.end())) &&
           fits("prekindergarten", found_.school.prekindergarten) &&
           fits("ungraded", found_.school.ungraded);
  }

  bool fits(const char* field, double children) {
    const double most = find_declared(std::string("place.school_list.N.") + field)->high;
    if (children <= most) return true;
    fault("", "has more children in one grade than a school may have",
          fmt::format("at most {:.0f}", most));
    return false;
  }

  static std::optional<double> share(std::optional<double> percent, std::optional<double> count,
                                     std::optional<double> all) {
    if (percent) return *percent / 100.0;
    if (!count || !all || *all <= 0.0) return std::nullopt;
    return std::min(1.0, *count / *all);
  }

  void take_shares() {
    ListedSchool& school = found_.school;
    // Without a total, the children of all grades.
    const std::optional<double> all = row_.listed_students();
    std::optional<double>* const groups[] = {&school.black, &school.hispanic, &school.white,
                                             &school.asian};
    bool known = true;
    for (std::size_t g = 0; g < kListedGroups; ++g) {
      *groups[g] = share(row_.group_percent[g], row_.group_count[g], all);
      known = known && *groups[g];
    }
    if (!known) {
      for (auto* group : groups) group->reset();
    }
    school.low_income = share(row_.low_income_percent, row_.low_income_count, all);
    school.english_learner = share(row_.english_learner_percent, row_.english_learner_count, all);
    school.special = share(row_.special_percent, row_.special_count, all);
  }

  void compare_with_total() {
    if (found_.spread || !row_.total) return;
    const double sum =
        found_.school.students() + found_.school.prekindergarten + found_.school.ungraded;
    if (sum > *row_.total + 0.5 || sum < *row_.total - 0.5) {
      remarks_.at(Weight::Note, row_.list->file, row_.line(), row_.list->called(Field::Enrolment),
                  "differs from the sum of the grades, which is taken");
    }
  }

  const SchoolRow& row_;
  Remarks& remarks_;
  FoundSchool found_;
};

/// The year of most rows, the later of two.
std::string usual_year(const std::vector<SchoolRow>& rows) {
  std::map<std::string, int> count;
  for (const SchoolRow& row : rows) count[row.year] += !row.year.empty();
  std::string usual;
  for (const auto& [year, times] : count) {
    if (!year.empty() && (usual.empty() || times >= count[usual])) usual = year;
  }
  return usual;
}

}  // namespace

std::optional<FoundSchool> found_school(const SchoolRow& row, Remarks& remarks) {
  return Finder(row, remarks).find();
}

std::vector<SchoolRow> without_repeats(std::vector<SchoolRow> rows, Remarks& remarks) {
  const std::string usual = usual_year(rows);
  std::unordered_set<std::string> seen;
  std::vector<SchoolRow> kept;
  for (SchoolRow& row : rows) {
    const auto fault = [&](Field field, const std::string& what, const std::string& allowed,
                           const char* dropped) {
      remarks.at(Weight::Fault, row.list->file, row.line(), row.list->called(field), what, allowed,
                 dropped, row.listed_students());
    };
    if (row.id.empty()) {
      fault(Field::Id, "is empty", "an id", "the rows");
    } else if (!row.year.empty() && row.year != usual) {
      fault(Field::Year, "is not that of most rows, " + usual, "rows of one school year",
            "the rows");
    } else if (!seen.insert(row.id).second) {
      fault(Field::Id, "repeats an id", "each id once", "the later rows");
    } else {
      kept.push_back(std::move(row));
    }
  }
  return kept;
}

}  // namespace homeroom::lists
