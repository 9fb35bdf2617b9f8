#include "sim/lists/additions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "sim/lists/column_name.hpp"

namespace homeroom::lists {

namespace {

void add_to(std::optional<double>& sum, std::optional<double> more) {
  if (more) sum = sum.value_or(0.0) + *more;
}

using GroupCounts = std::array<std::optional<double>, kListedGroups>;

bool complete(const GroupCounts& counts) {
  return std::all_of(counts.begin(), counts.end(), [](const auto& count) { return !!count; });
}

void fill(std::optional<double>& known, std::optional<double> more) {
  if (!known) known = more;
}

/// One row of a list that has one a school.
void fill_in(SchoolRow& school, const SchoolRow& more) {
  if (!school.low) school.low = more.low;
  if (!school.high) school.high = more.high;
  fill(school.total, more.total);
  fill(school.total_k12, more.total_k12);
  fill(school.prekindergarten, more.prekindergarten);
  fill(school.ungraded, more.ungraded);
  for (std::size_t g = 0; g < kGrades; ++g) fill(school.grades[g], more.grades[g]);
  for (std::size_t g = 0; g < kListedGroups; ++g) {
    fill(school.group_percent[g], more.group_percent[g]);
  }
  fill(school.low_income_percent, more.low_income_percent);
  fill(school.low_income_count, more.low_income_count);
  fill(school.english_learner_percent, more.english_learner_percent);
  fill(school.special_percent, more.special_percent);
  if (!school.latitude || !school.longitude) {
    school.latitude = more.latitude;
    school.longitude = more.longitude;
    school.located_by = more.located_by;
    school.located_row = more.located_row;
  }
  fill(school.teachers, more.teachers);
}

class Addition {
 public:
  Addition(const List& list, const CommonWords& common, std::vector<SchoolRow>& schools,
           Remarks& remarks)
      : list_(list),
        schools_(schools),
        remarks_(remarks),
        reader_(list, common, remarks),
        values_(common),
        told_(schools.size(), false),
        detailed_(schools.size()) {
    for (std::size_t i = 0; i < schools.size(); ++i) at_.emplace(schools[i].id, i);
  }

  void add() {
    const std::string year = schools_.empty() ? "" : schools_.front().year;
    for (std::size_t row = 0; row < list_.table.rows(); ++row) {
      const auto found = school_of(row);
      if (found == at_.end()) continue;
      const std::string here = autumn_of(list_.view(row, Field::Year));
      if (!year.empty() && !here.empty() && here != year) {
        remarks_.at(Weight::Fault, list_.file, list_.table.line(row), list_.called(Field::Year),
                    "is another school year than that of the schools, from " + year,
                    "lists of one year", "the rows");
        continue;
      }
      if (told_[found->second] && !list_.says(Field::Count)) {
        remarks_.at(Weight::Fault, list_.file, list_.table.line(row), list_.called(Field::Id),
                    "repeats an id", "each id once", "the later rows");
        continue;
      }
      told_[found->second] = true;
      add_row(row, found->second);
    }
    add_up_races();
    note_untold();
  }

 private:
  std::unordered_map<std::string, std::size_t>::const_iterator school_of(std::size_t row) {
    // Most rows of a national list are about other cities: only those of the city are complained
    // of.
    std::string id = list_.cell(row, Field::Id);
    const auto digits = static_cast<std::size_t>(list_.format->id_digits);
    if (id.size() >= digits) return at_.find(id);
    const auto found = at_.find(std::string(digits - id.size(), '0') + id);
    if (found != at_.end()) id_of(list_, row, remarks_);
    return found;
  }

  void add_row(std::size_t row, std::size_t at) {
    SchoolRow& school = schools_[at];
    if (list_.says(Field::Race)) return add_membership(row, at);
    if (list_.says(Field::Program)) return add_program(row, school);
    fill_in(school, reader_.read(row));
  }

  void add_membership(std::size_t row, std::size_t at) {
    SchoolRow& school = schools_[at];
    const auto total = list_.format->totals.find(plain_name(list_.view(row, Field::Total)));
    if (total == list_.format->totals.end()) return;
    const std::optional<double> count = reader_.number(row, Field::Count);
    if (total->second == "all") {
      add_to(school.total, count);
    } else if (total->second == "by_race") {
      add_to_group(list_.view(row, Field::Race), count, school.group_count);
    } else if (total->second == "in_detail") {
      // Adults and children in no grade are in no total by race either, or hardly count.
      if (values_.grade(list_.view(row, Field::Grade)).kind != GradeCell::Kind::Grade) return;
      add_to_group(list_.view(row, Field::Race), count, detailed_[at]);
    } else {
      add_to_grade(values_.grade(list_.view(row, Field::Grade)), count, school);
    }
  }

  void add_to_group(std::string_view race, std::optional<double> count, GroupCounts& counts) {
    const auto group = list_.format->races.find(plain_name(race));
    if (group == list_.format->races.end()) return;
    const std::array<std::string_view, kListedGroups> names = {"black", "hispanic", "white",
                                                               "asian"};
    for (std::size_t g = 0; g < kListedGroups; ++g) {
      if (group->second == names[g]) add_to(counts[g], count);
    }
  }

  static void add_to_grade(const GradeCell& grade, std::optional<double> count, SchoolRow& school) {
    if (grade.kind == GradeCell::Kind::Other) {
      add_to(school.ungraded, count);
    } else if (grade.kind == GradeCell::Kind::Grade && grade.grade < 0) {
      add_to(school.prekindergarten, count);
    } else if (grade.kind == GradeCell::Kind::Grade) {
      add_to(school.grades[static_cast<std::size_t>(grade.grade)], count);
    }
  }

  void add_program(std::size_t row, SchoolRow& school) {
    const auto& programs = list_.format->low_income_programs;
    const std::string program = plain_name(list_.view(row, Field::Program));
    if (std::find(programs.begin(), programs.end(), program) == programs.end()) return;
    add_to(school.low_income_count, reader_.number(row, Field::Count));
  }

  /// Schools whose totals by race are not in the list have the rows by grade, race and sex summed.
  void add_up_races() {
    if (!list_.says(Field::Race)) return;
    bool added = false;
    for (std::size_t i = 0; i < schools_.size(); ++i) {
      if (!told_[i] || complete(schools_[i].group_count)) continue;
      if (complete(detailed_[i])) {
        schools_[i].group_count = detailed_[i];
        added = true;
      } else {
        remarks_.at(Weight::Note, schools_[i].list->file, schools_[i].line(), "",
                    "finds no count of every race in " + list_.file);
      }
    }
    if (!added) return;
    remarks_.about(Weight::Note, list_.file, list_.called(Field::Race),
                   "has no totals by race of some schools: rows by grade, race and sex are added "
                   "up in their stead");
  }

  void note_untold() {
    const auto untold = static_cast<std::size_t>(std::count(told_.begin(), told_.end(), false));
    if (untold == schools_.size()) {
      remarks_.about(Weight::Fault, list_.file, list_.called(Field::Id),
                     "names none of the schools", "a list of the same schools", "the list");
      return;
    }
    for (std::size_t i = 0; i < schools_.size(); ++i) {
      if (told_[i]) continue;
      remarks_.at(Weight::Note, schools_[i].list->file, schools_[i].line(), "",
                  "is not in " + list_.file);
    }
  }

  const List& list_;
  std::vector<SchoolRow>& schools_;
  Remarks& remarks_;
  RowReader reader_;
  Values values_;
  std::unordered_map<std::string, std::size_t> at_;
  std::vector<bool> told_;
  std::vector<GroupCounts> detailed_;  ///< by school: sums of rows by grade, race and sex
};

}  // namespace

void add_list(const List& list, const CommonWords& common, std::vector<SchoolRow>& schools,
              Remarks& remarks) {
  Addition(list, common, schools, remarks).add();
}

}  // namespace homeroom::lists
