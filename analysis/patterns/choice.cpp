// Families that take part, and what they get.
#include <array>
#include <map>
#include <string>
#include <vector>

#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {
namespace {

/// Grades in which most children change schools: kindergarten, the first of middle and high school.
bool is_transition(int grade) { return grade == 0 || grade == 6 || grade == 9; }

struct Served {
  double lists = 0, first = 0, top_three = 0;
  double share_first() const { return first / lists; }
  double share_top_three() const { return top_three / lists; }
};

/// One family's list, without the schools that admit by examination.
struct List {
  int grade = 0;
  int offered = 0;                     ///< rank of the school that made an offer, 0 for none
  bool by_examination = false;         ///< the offer is one of theirs
  std::vector<int> examination_ranks;  ///< of schools that admit by examination
  int rank() const {
    int above = 0;
    for (const int rank : examination_ranks) above += rank < offered;
    return offered - above;
  }
};

/// Lists of a year by grade.
struct Lists {
  std::array<Served, kGrades> grade;
  Served transition, all;
};

std::map<int, List> lists_of(const panel::Year& year) {
  const panel::Applications& made = year.applications;
  std::map<int, List> lists;  // by child
  for (std::size_t a = 0; a < made.size(); ++a) {
    List& list = lists[made.student[a]];
    list.grade = made.grade[a];
    const int school = year.schools.row_of(made.school[a]);
    const bool by_examination =
        school != panel::kNobody && year.schools.selective[static_cast<std::size_t>(school)] != 0;
    if (by_examination) list.examination_ranks.push_back(made.rank[a]);
    if (!made.offered[a]) continue;
    list.offered = made.rank[a];
    list.by_examination = by_examination;
  }
  return lists;
}

/// What the first round offered. Seats of schools that admit by examination go by scores, in a
/// process of their own: whoever gets one is left out, and for the others ranks count without
/// them, as in cities that publish such rates.
Lists served(const panel::Year& year) {
  Lists sums;
  for (const auto& [student, list] : lists_of(year)) {
    if (list.by_examination) continue;
    Served& grade = sums.grade[static_cast<std::size_t>(list.grade)];
    for (Served* sum : {&grade, &sums.transition, &sums.all}) {
      if (sum == &sums.transition && !is_transition(list.grade)) continue;
      ++sum->lists;
      const int rank = list.rank();
      sum->first += rank == 1;
      sum->top_three += rank >= 1 && rank <= 3;
    }
  }
  return sums;
}

constexpr int kFirstByExamination = 7;

/// Share of children in grades 7 to 12 who sit in schools that admit by examination.
double share_by_examination(const panel::Year& year) {
  double all = 0, selected = 0;
  for (std::size_t i = 0; i < year.students.size(); ++i) {
    const int row = year.schools.row_of(year.students.school[i]);
    if (year.students.grade[i] < kFirstByExamination || row == panel::kNobody) continue;
    ++all;
    selected += year.schools.selective[static_cast<std::size_t>(row)] != 0;
  }
  return selected > 0 ? selected / all : estimators::kMissing;
}

}  // namespace

void add_choice(const panel::Panel& panel, Figures& figures) {
  Average first, three, all_first, all_part, selected;
  std::array<Average, kGrades> first_by_grade, three_by_grade;
  for (const panel::Year& year : panel.years) {
    const Lists lists = served(year);
    first.add(lists.transition.share_first());
    three.add(lists.transition.share_top_three());
    all_first.add(lists.all.share_first());
    for (std::size_t grade = 0; grade < kGrades; ++grade) {
      first_by_grade[grade].add(lists.grade[grade].share_first());
      three_by_grade[grade].add(lists.grade[grade].share_top_three());
    }
    selected.add(share_by_examination(year));
    // Without a common application nobody could hand in a list: no share, rather than a share of 0.
    if (year.applications.size() > 0) {
      all_part.add(year.district.participants / year.district.choosers);
    }
  }
  figures["first_choice"] = first.value();
  figures["top_three"] = three.value();
  for (std::size_t grade = 0; grade < kGrades; ++grade) {
    const std::string name = std::to_string(grade);
    figures["first_choice_grade_" + name] = first_by_grade[grade].value();
    figures["top_three_grade_" + name] = three_by_grade[grade].value();
  }
  figures["first_choice_all"] = all_first.value();
  figures["examination_share"] = selected.value();
  figures["participation"] = all_part.value();
}

}  // namespace homeroom::patterns
