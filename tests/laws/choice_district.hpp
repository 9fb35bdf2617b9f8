// Random small districts of every make: spans, gates, closures, children with and without seats.
#pragma once

#include <rapidcheck.h>

#include <array>

#include "sim/core/parallel.hpp"
#include "sim/year/enrolment.hpp"
#include "sim/year/seats.hpp"
#include "tests/support/choice_world.hpp"

namespace homeroom::examples {

/// Sizes are RapidCheck's, so that failures shrink; the rest hangs on one drawn seed.
class DistrictMaker {
 public:
  DistrictMaker()
      : neighbourhoods_(*rc::gen::inRange<std::size_t>(1, 7)),
        schools_(*rc::gen::inRange<std::size_t>(1, 13)),
        children_(*rc::gen::inRange<std::size_t>(0, 400)),
        luck_(*rc::gen::arbitrary<std::uint32_t>(), 0) {}

  City make() {
    City city;
    city.dice = Dice(luck_.seed() + 1, 0);
    make_law(city.law);
    for (std::size_t n = 0; n < neighbourhoods_; ++n) {
      city.add_neighbourhood(static_cast<float>(10 * unit()), static_cast<float>(10 * unit()));
    }
    city.make_schools(schools_);
    for (std::size_t s = 0; s < schools_; ++s) make_school(city, s);
    for (std::size_t c = 0; c < children_; ++c) make_child(city);
    city.measure();
    close_some(city);
    return city;
  }

 private:
  double unit() { return luck_.uniform(Die::SchoolPlace, 0, ++thrown_); }
  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>(unit() * static_cast<double>(count));
  }
  bool happens(double p) { return unit() < p; }

  void make_law(Law& law) {
    law.choice.assignment = static_cast<Assignment>(below(3));
    law.choice.tie_breaking = static_cast<TieBreaking>(below(2));
    law.choice.list_length = static_cast<double>(1 + below(6));
    law.choice.zone_priority = std::array{0.0, 0.4, 1.0}[below(3)];
    law.choice.sibling_priority = std::array{0.0, 0.5, 1.0}[below(3)];
    law.choice.lottery_applications = static_cast<double>(below(4));
    law.choice.waiting_list_rounds = static_cast<double>(below(4));
    law.choice.outreach = unit();
    law.choice.transport = unit();
  }

  /// School 0 is a district school for everyone, so that some school has every grade.
  void make_school(City& city, std::size_t s) {
    constexpr GradeSpan kSpans[] = {{0, 5}, {0, 8}, {6, 8}, {9, 12}, {6, 12}, {0, 12}, {7, 12}};
    const GradeSpan span = s == 0 ? GradeSpan{0, 12} : kSpans[below(7)];
    const std::size_t model = s == 0 ? kAssigned : below(3);
    const int seats = static_cast<int>(1 + below(12));
    const SchoolId school = city.set_school(s, below(neighbourhoods_), span, seats, model);
    city.world.schools.selective[school] = s > 0 && happens(0.15);
    city.world.schools.picture[school] = 4 * unit() - 2;
    city.world.schools.distinctness[school] = unit();
    city.world.schools.climate[school] = 2 * unit() - 1;
    if (happens(0.3)) city.world.schools.opened[school] = 2016 - static_cast<int>(below(8));
  }

  void make_child(City& city) {
    Students& students = city.world.students;
    const std::size_t row = city.add_child(below(neighbourhoods_), static_cast<int>(below(13)));
    students.traits[row] = static_cast<std::uint16_t>(below(512) & ~5u);
    students.information[row] = static_cast<std::uint8_t>(below(256));
    students.engagement[row] = static_cast<std::int8_t>(below(128));
    for (int m = 0; m < kSubjects; ++m) {
      students.baseline[m][row] = static_cast<float>(4 * unit() - 2);
      if (happens(0.8)) students.score[m][row] = static_cast<std::int16_t>(4000 * unit() - 2000);
    }
    if (happens(0.6)) city.seat(row, SchoolId{below(schools_)});  // not always one it may keep
    if (happens(0.3)) students.rank[row] = static_cast<std::uint8_t>(1 + below(5));
  }

  void close_some(City& city) {
    for (std::size_t s = 1; s < schools_; ++s) {
      if (happens(0.2)) city.world.schools.status[SchoolId{s}] = SchoolStatus::Closed;
    }
  }

  std::size_t neighbourhoods_, schools_, children_;
  Dice luck_;
  std::uint64_t thrown_ = 0;
};

inline bool same_columns(const ChoiceOutcome& a, const ChoiceOutcome& b) {
  return a.school == b.school && a.arrival == b.arrival && a.rank == b.rank && a.moved == b.moved;
}

/// True if a child's seat of last year goes on in its new grade.
inline bool could_stay(const City& city, std::size_t row) {
  const std::uint16_t school = city.world.students.school[row];
  return school != kNoSchool &&
         seats_open(city.world, city.law, SchoolId{school}, city.world.students.grade[row]) > 0;
}

/// Children per cell of school and grade.
inline std::vector<int> head_count(const City& city, const std::vector<std::uint16_t>& school) {
  std::vector<int> count(city.world.schools.size() * kGrades, 0);
  for (std::size_t row = 0; row < school.size(); ++row) {
    if (school[row] != kNoSchool) ++count[cell_of(school[row], city.world.students.grade[row])];
  }
  return count;
}

}  // namespace homeroom::examples
