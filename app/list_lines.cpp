#include "app/list_lines.hpp"

#include <algorithm>
#include <string_view>

#include "sim/core/arithmetic.hpp"
#include "sim/vocabulary/grades.hpp"

namespace homeroom::app {
namespace {

/// Seats of a grade; entry: of schools that begin with it.
struct Seats {
  double all = 0, entry = 0, lottery = 0, lottery_entry = 0;
  int lotteries = 0;  ///< schools with a lottery of their own that begin with it
};

class Seating {
 public:
  explicit Seating(const Law& law) : law_(law) {}

  void add(std::string_view model, int schools, double students, int first_grade, int last_grade) {
    const bool lottery = law_.model(law_.named(model)).admission == Admission::Lottery;
    const double of_grade = students / (last_grade - first_grade + 1);
    for (int grade = first_grade; grade <= last_grade; ++grade) {
      seats_[grade].all += of_grade;
      if (lottery) seats_[grade].lottery += of_grade;
    }
    seats_[first_grade].entry += of_grade;
    if (!lottery) return;
    seats_[first_grade].lottery_entry += of_grade;
    seats_[first_grade].lotteries += schools;
  }
  const PerGrade<Seats>& seats() const { return seats_; }

 private:
  const Law& law_;
  PerGrade<Seats> seats_{};
};

PerGrade<Seats> seats_of(const Place& place, const Law& law) {
  Seating seating(law);
  for (const SchoolGroup& group : place.schools) {
    seating.add(group.model, group.count, group.students, group.first_grade, group.last_grade);
  }
  for (const ListedSchool& school : place.school_list) {
    seating.add(school.model, 1, school.students(), school.first_grade, school.last_grade);
  }
  return seating.seats();
}

/// Share of a grade's children who have no seat that they could keep.
double must_choose(const Seats& seats, const Place& place) {
  const double entry = seats.entry / seats.all;
  return entry + (1.0 - entry) * place.leave_rate;
}

double district_lines(const Seats& seats, const Scenario& scenario, const Place& place, int year) {
  const ChoiceLaw& choice = scenario.law_in(year).choice;
  const ChoiceParameters& nature = scenario.nature.choice;
  if (choice.assignment == Assignment::Neighbourhood) return 0.0;
  const double must = must_choose(seats, place);
  const double takes_part =
      logistic(nature.participate + nature.participate_low_income * place.share_low_income +
               nature.participate_outreach * choice.outreach.in(year));
  return seats.all * (must * takes_part + (1.0 - must) * logistic(nature.transfer)) *
         choice.list_length.in(year);
}

/// Children with a seat look at separate lotteries as far as entry seats are on offer there.
double lottery_lines(const Seats& seats, const Scenario& scenario, const Place& place, int year) {
  const ChoiceLaw& choice = scenario.law_in(year).choice;
  const ChoiceParameters& nature = scenario.nature.choice;
  if (seats.lotteries == 0) return 0.0;
  const double must = must_choose(seats, place), supply = seats.lottery / seats.all;
  const double stirred = std::min(
      1.0, seats.lottery_entry / seats.all / std::clamp(nature.apply_supply_at, 0.01, 1.0));
  const double applies =
      logistic(nature.apply + nature.apply_supply * (supply - nature.apply_supply_at));
  return seats.all * (must + (1.0 - must) * (1.0 - supply) * stirred) * applies *
         std::min<double>(choice.lottery_applications.in(year), seats.lotteries);
}

}  // namespace

ListLines list_lines(const Scenario& scenario, const Place& place, int year) {
  ListLines lines;
  for (const Seats& seats : seats_of(place, scenario.law_in(year))) {
    if (seats.all <= 0.0) continue;
    lines.district += district_lines(seats, scenario, place, year);
    lines.lottery += lottery_lines(seats, scenario, place, year);
  }
  return lines;
}

}  // namespace homeroom::app
