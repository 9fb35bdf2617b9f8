// Small cities made by hand, for chapters that seat children: schools at chosen places, children in
// chosen neighbourhoods, nothing else.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/core/arithmetic.hpp"
#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"
#include "sim/year/choice.hpp"
#include "sim/year/cohort.hpp"
#include "sim/year/mobility.hpp"

namespace homeroom::examples {

/// Models of the example law.
inline constexpr std::size_t kAssigned = 0, kLottery = 1, kGrowing = 2;

/// Values near the middle of what is known, so that tests see every term at work.
inline ChoiceParameters example_choice() {
  ChoiceParameters nature;
  nature.picture_information = 0.63;
  nature.picture_baseline = 0.4;
  nature.picture_baseline_at = -0.5;
  nature.value_added = 0.05;
  nature.own_group = 0.5;
  nature.distance_elementary = 0.37;
  nature.distance_middle = 0.30;
  nature.distance_high = 0.20;
  nature.fit = 0.35;
  nature.sibling = 1.0;
  nature.zoned = 1.6;
  nature.incumbent = 1.0;
  nature.district_candidates = 24;
  nature.lottery_candidates = 8;
  nature.exam_candidates = 3;
  nature.participate = 1.6;
  nature.participate_information = 1.5;
  nature.participate_low_income = -0.3;
  nature.participate_outreach = 1.6;
  nature.outreach_information = 0.3;
  nature.transfer = -2.45;
  nature.transfer_climate = 0.5;
  nature.apply = -0.9;
  nature.apply_engagement = 0.45;
  nature.apply_low_income = -0.35;
  nature.apply_low_income_at = 0.7;
  nature.apply_information = 1.0;
  nature.apply_supply = 5.0;
  nature.apply_supply_at = 0.16;
  nature.exam_apply = -0.3;
  nature.exam_apply_score = 1.0;
  nature.exam_apply_information = 1.0;
  nature.exam_noise = 0.3;
  nature.lottery_backfill = 0.5;
  return nature;
}

inline MobilityParameters example_mobility() {
  MobilityParameters nature;
  nature.move = -2.7;
  nature.low_income = 0.9;
  nature.not_chosen = 0.5;
  nature.first_choice = 0.4;
  nature.housing = 1.0;
  nature.climate = 0.3;
  nature.nearest_schools = 8;
  nature.distance = 0.37;
  nature.backfill = 0.2;
  nature.late_arrival = 0.3;
  nature.engagement = {0.7, 0.3, 0.25, 0.10, 0.20, 0.2, 0.3};
  return nature;
}

/// A nature without tastes for anything but distance: families differ by their Gumbel alone.
inline ChoiceParameters only_distance(double per_km) {
  ChoiceParameters nature;
  nature.distance_elementary = nature.distance_middle = nature.distance_high = per_km;
  nature.district_candidates = 24;
  nature.lottery_candidates = 8;
  nature.exam_candidates = 3;
  nature.participate = 50;  // everyone
  nature.transfer = -50;    // no one
  nature.apply = -50;
  nature.exam_apply = -50;
  return nature;
}

struct City {
  World world;
  Law law;
  ChoiceParameters nature = example_choice();
  MobilityParameters mobility = example_mobility();
  Dice dice{20160101, 0};

  City() {
    world.year = 2016;
    world.founded = 2000;
    law.models.resize(3);
    law.models[kLottery].admission = Admission::Lottery;
    law.models[kGrowing].grade_by_grade = true;
  }

  std::size_t add_neighbourhood(float x, float y) {
    world.places.x.push_back(x);
    world.places.y.push_back(y);
    world.places.status.push_back(0.0);
    world.places.field.push_back(0.0);
    world.places.weight.push_back(1.0);
    return world.places.x.size() - 1;
  }

  /// To be called once, after the neighbourhoods and before the schools are described.
  void make_schools(std::size_t count) {
    world.schools.resize(count);
    for (std::size_t s = 0; s < count; ++s) {
      const SchoolId school{s};
      world.schools.model[school] = ModelId{kAssigned};
      world.schools.opened[school] = world.schools.in_model_since[school] = 1950;
      world.schools.status[school] = SchoolStatus::Open;
    }
  }

  SchoolId set_school(std::size_t row, std::size_t neighbourhood, GradeSpan span, int seats,
                      std::size_t model = kAssigned) {
    const SchoolId school{row};
    world.schools.place[school] = static_cast<std::uint16_t>(neighbourhood);
    world.schools.span[school] = span;
    world.schools.model[school] = ModelId{model};
    for (int grade = span.first; grade <= span.last; ++grade) {
      world.schools.seats[school][static_cast<std::size_t>(grade)] = seats;
    }
    return school;
  }

  /// A child without a seat, of middling information and housing.
  std::size_t add_child(std::size_t home, int grade) {
    Students& students = world.students;
    const std::size_t row = students.size();
    students.resize(row + 1);
    students.arrived[row] = static_cast<std::int16_t>(world.year - grade);
    students.home[row] = static_cast<std::uint16_t>(home);
    students.grade[row] = static_cast<std::uint8_t>(grade);
    students.information[row] = 128;
    students.housing[row] = 128;
    students.school[row] = kNoSchool;
    students.arrival[row] = Arrival::Assigned;
    students.rank[row] = kNoRank;
    return row;
  }
  void add_children(std::size_t home, int grade, int count) {
    for (int i = 0; i < count; ++i) add_child(home, grade);
  }
  void seat(std::size_t row, SchoolId school) {
    world.students.school[row] = static_cast<std::uint16_t>(school.row());
  }

  /// Distances and zones, once schools and children stand.
  void measure() {
    const std::size_t schools = world.schools.size();
    world.places.distance.resize(world.places.x.size() * schools);
    for (std::size_t n = 0; n < world.places.x.size(); ++n) {
      for (std::size_t s = 0; s < schools; ++s) {
        const std::size_t at = world.schools.place[SchoolId{s}];
        const double dx = world.places.x[n] - world.places.x[at];
        const double dy = world.places.y[n] - world.places.y[at];
        world.places.distance[n * schools + s] = static_cast<float>(sqrt_of(dx * dx + dy * dy));
      }
    }
    find_nearest(world.places, schools);
    world.places.zoned = draw_zones(world, law);
  }

  ChoiceOutcome decide() const { return decide_choice(world, law, nature, dice); }
  void choose() { enact(world, decide()); }
  void found() { assign_first_year(world, law, nature, dice); }

  SchoolId school_of(std::size_t row) const { return world.students.school_of(row); }
  int enrolled(SchoolId school, int grade) const {
    return world.results.school[school].by_grade[static_cast<std::size_t>(grade)];
  }

  /// What the cohort chapter does to grades and seats between the years.
  void next_year() {
    ++world.year;
    world.last = world.results;
    world.results = Results{};
    Students& students = world.students;
    for (std::size_t row = 0; row < students.size(); ++row) {
      if (students.grade[row] == kLastGrade) {
        students.grade[row] = 0;
        students.arrived[row] = static_cast<std::int16_t>(world.year);
        students.school[row] = kNoSchool;
        students.arrival[row] = Arrival::Assigned;
        students.rank[row] = kNoRank;
      } else {
        ++students.grade[row];
      }
    }
  }
};

inline constexpr GradeSpan kElementary{0, 5};
inline constexpr GradeSpan kWhole{0, 12};

/// Two neighbourhoods 10 km apart, a school of one grade's `seats` in each; distance decides.
inline City two_schools(int seats_here, int seats_there) {
  City city;
  city.add_neighbourhood(0, 0);
  city.add_neighbourhood(10, 0);
  city.make_schools(2);
  city.set_school(0, 0, kElementary, seats_here);
  city.set_school(1, 1, kElementary, seats_there);
  city.nature = only_distance(5);
  return city;
}

}  // namespace homeroom::examples
