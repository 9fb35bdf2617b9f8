// Families that take part, and what they get.
#include <map>

#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {
namespace {

/// Grades in which most children change schools: kindergarten, the first of middle and high school.
bool is_transition(int grade) { return grade == 0 || grade == 6 || grade == 9; }

struct Served {
  double lists = 0, first = 0, top_three = 0;
};

/// Lists of a year in transition grades, by the rank that was got.
Served served(const panel::Applications& made) {
  std::map<int, int> got;  // by child: rank, 0 for none
  for (std::size_t a = 0; a < made.size(); ++a) {
    if (!is_transition(made.grade[a])) continue;
    int& rank = got[made.student[a]];
    if (made.enrolled[a] == 1) rank = made.rank[a];
  }
  Served sum;
  for (const auto& [student, rank] : got) {
    ++sum.lists;
    sum.first += rank == 1;
    sum.top_three += rank >= 1 && rank <= 3;
  }
  return sum;
}

}  // namespace

void add_choice(const panel::Panel& panel, Figures& figures) {
  Average first, three, all_first, all_part;
  for (const panel::Year& year : panel.years) {
    const Served sum = served(year.applications);
    first.add(sum.first / sum.lists);
    three.add(sum.top_three / sum.lists);
    all_first.add(year.district.first_choice);
    all_part.add(year.district.participants / year.district.choosers);
  }
  figures["first_choice"] = first.value();
  figures["top_three"] = three.value();
  figures["first_choice_all"] = all_first.value();
  figures["participation"] = all_part.value();
}

}  // namespace homeroom::patterns
