// Families that take part, and what they get.
#include <map>
#include <utility>

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

struct List {
  int grade = 0, offered = 0;  ///< rank of the school that made an offer, 0 for none
  bool by_examination = false;
};

/// Lists of a year by what the first round offered, in transition grades and in all. Lists that
/// name a school that admits by examination are left out: its seats go by scores, and cities that
/// publish such rates have none on their lists.
std::pair<Served, Served> served(const panel::Year& year) {
  const panel::Applications& made = year.applications;
  std::map<int, List> lists;  // by child
  for (std::size_t a = 0; a < made.size(); ++a) {
    List& list = lists[made.student[a]];
    list.grade = made.grade[a];
    if (made.offered[a]) list.offered = made.rank[a];
    const int school = year.schools.row_of(made.school[a]);
    list.by_examination |=
        school != panel::kNobody && year.schools.selective[static_cast<std::size_t>(school)] != 0;
  }
  Served transition, all;
  for (const auto& [student, list] : lists) {
    if (list.by_examination) continue;
    for (Served* sum : {&transition, &all}) {
      if (sum == &transition && !is_transition(list.grade)) continue;
      ++sum->lists;
      sum->first += list.offered == 1;
      sum->top_three += list.offered >= 1 && list.offered <= 3;
    }
  }
  return {transition, all};
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
  for (const panel::Year& year : panel.years) {
    const auto [transition, all] = served(year);
    first.add(transition.share_first());
    three.add(transition.share_top_three());
    all_first.add(all.share_first());
    selected.add(share_by_examination(year));
    all_part.add(year.district.participants / year.district.choosers);
  }
  figures["first_choice"] = first.value();
  figures["top_three"] = three.value();
  figures["first_choice_all"] = all_first.value();
  figures["examination_share"] = selected.value();
  figures["participation"] = all_part.value();
}

}  // namespace homeroom::patterns
