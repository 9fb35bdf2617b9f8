// What must hold of choice and mobility in any district.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "sim/mechanism/deferred_acceptance.hpp"
#include "sim/mechanism/stability.hpp"
#include "sim/year/choice_district.hpp"
#include "tests/laws/choice_district.hpp"

namespace homeroom {
namespace {

using examples::City;
using examples::could_stay;
using examples::DistrictMaker;
using examples::head_count;
using examples::same_columns;

/// Schools so near to each other count as level, see top_choices_side_by_side.
constexpr float kLevel = 1e-3f;

void expect_everyone_at_school(const City& city, const std::vector<std::uint16_t>& school) {
  for (std::size_t row = 0; row < school.size(); ++row) {
    RC_ASSERT(school[row] < city.world.schools.size());
    const SchoolId there{school[row]};
    RC_ASSERT(city.world.schools.is_open(there));
    RC_ASSERT(city.world.schools.span[there].has(city.world.students.grade[row]));
  }
}

/// Children who held a seat that goes on, per cell.
std::vector<int> holders(const City& city) {
  std::vector<std::uint16_t> school = city.world.students.school;
  for (std::size_t row = 0; row < school.size(); ++row) {
    if (!could_stay(city, row)) school[row] = kNoSchool;
  }
  return head_count(city, school);
}

RC_GTEST_PROP(ChoiceLaw, EveryChildEndsInOneOpenSchoolThatHasItsGrade, ()) {
  const City city = DistrictMaker().make();
  expect_everyone_at_school(city, city.decide().school);
}

RC_GTEST_PROP(ChoiceLaw, TheFirstAssignmentSeatsEveryoneToo, ()) {
  City city = DistrictMaker().make();
  city.found();
  expect_everyone_at_school(city, city.world.students.school);
  int enrolled = 0;
  for (const SchoolYear& year : city.world.results.school) enrolled += year.enrolment;
  RC_ASSERT(enrolled == static_cast<int>(city.world.students.size()));
}

RC_GTEST_PROP(ChoiceLaw, NoSeatIsGivenTwice, ()) {
  const City city = DistrictMaker().make();
  const ChoiceOutcome outcome = city.decide();
  const auto before = holders(city);
  const auto after = head_count(city, outcome.school);
  int beyond = 0;
  for (std::size_t cell = 0; cell < after.size(); ++cell) {
    const SchoolId school{cell / kGrades};
    const int seats = seats_open(city.world, city.law, school, static_cast<int>(cell % kGrades));
    beyond += std::max(0, after[cell] - std::max(seats, before[cell]));
  }
  RC_ASSERT(beyond <= outcome.unassigned);
}

RC_GTEST_PROP(ChoiceLaw, WhoHoldsASeatLosesItOnlyForOneOfTheList, ()) {
  const City city = DistrictMaker().make();
  const ChoiceOutcome outcome = city.decide();
  for (std::size_t row = 0; row < outcome.school.size(); ++row) {
    if (!could_stay(city, row)) continue;
    const bool stayed = outcome.school[row] == city.world.students.school[row];
    RC_ASSERT(stayed == (outcome.arrival[row] == Arrival::Continued));
    RC_ASSERT(stayed || outcome.rank[row] != kNoRank);
    RC_ASSERT(!stayed || outcome.rank[row] == city.world.students.rank[row]);
    RC_ASSERT(outcome.moved[row] == 0);
  }
}

RC_GTEST_PROP(ChoiceLaw, TheDistrictRoundIsStable, ()) {
  City city = DistrictMaker().make();
  city.law.choice.assignment = Assignment::DeferredAcceptance;
  const Zones zones = draw_zones(city.world, city.law);
  const auto seen = choice::look_at_schools(city.world, city.law);
  const auto families =
      choice::find_families(city.world, city.law, city.nature, city.dice, seen, false);
  const auto candidates =
      choice::find_candidates(city.world, city.nature, zones, seen, families, false);
  const choice::Utility utility(city.world, city.law, city.nature, city.dice, zones, seen,
                                families.holders, false);
  const auto filed = choice::file_lists(city.world, city.law, families, candidates, utility);
  const choice::Seating seating(seen, families);
  const choice::Priorities priorities(city.world, city.law, city.nature, city.dice, zones, seen,
                                      families);
  const auto held_before = holders(city);
  for (int grade = 0; grade < kGrades; ++grade) {
    const choice::Askers askers(families, grade, filed.district, seating, priorities);
    const choice::GradeAskers here = askers.askers();
    const choice::DistrictMarket lists(city.law, city.world.year, grade, here, seating, priorities);
    if (lists.applicants() == 0) continue;
    const mechanism::Market market = mechanism::market_of(lists);
    RC_ASSERT(mechanism::has_strict_priorities(market));
    const auto matching = choice::match(city.law, lists);
    RC_ASSERT(mechanism::is_feasible(market, matching));
    RC_ASSERT(mechanism::blocking_pairs(market, matching).empty());
    RC_ASSERT(mechanism::deferred_acceptance(market).matching.rank == matching.rank);
    auto offered = held_before;  // less those in the market, plus its seats: all there are
    for (std::size_t i = 0; i < market.applicants(); ++i) {
      const std::size_t family = here.asker[i].claims.family;
      RC_ASSERT(families.grade[family] == grade);
      const bool held = families.own[family] != kNoSchool;
      RC_ASSERT(!held || matching.rank[i] != mechanism::kUnmatched);
      if (held) --offered[cell_of(families.own[family], grade)];
    }
    const std::size_t halves = lists.halves();
    for (std::size_t program = 0; program < halves * city.world.schools.size(); ++program) {
      offered[cell_of(program / halves, grade)] += static_cast<int>(market.capacity[program]);
    }
    for (std::size_t school = 0; school < city.world.schools.size(); ++school) {
      const std::size_t cell = cell_of(school, grade);
      RC_ASSERT(offered[cell] == std::max(seen.seats[cell], held_before[cell]));
    }
  }
}

RC_GTEST_PROP(ChoiceLaw, ListsAreInOrderAndBeatWhatOneHas, ()) {
  const City city = DistrictMaker().make();
  const Zones zones = draw_zones(city.world, city.law);
  const auto seen = choice::look_at_schools(city.world, city.law);
  const auto families =
      choice::find_families(city.world, city.law, city.nature, city.dice, seen, false);
  const auto candidates =
      choice::find_candidates(city.world, city.nature, zones, seen, families, false);
  const choice::Utility utility(city.world, city.law, city.nature, city.dice, zones, seen,
                                families.holders, false);
  const auto filed = choice::file_lists(city.world, city.law, families, candidates, utility);
  for (const choice::Lists* lists : {&filed.district, &filed.lottery}) {
    for (std::size_t f = 0; f < families.size(); ++f) {
      for (std::size_t place = 0; place < lists->count[f]; ++place) {
        const std::size_t at = lists->at(f, place);
        RC_ASSERT(lists->utility[at] > filed.fallback[f]);
        // In brackets, for the macro's own || asks both sides.
        RC_ASSERT((place == 0 || lists->utility[at] <= lists->utility[at - 1] + kLevel));
        RC_ASSERT(lists->school[at] != families.own[f]);
        // One school asked alone has the utility that it has in the table of the cell.
        const std::uint32_t word =
            choice::taste_word(city.dice, city.world.year, families.who(f), lists->school[at]);
        RC_ASSERT(lists->utility[at] ==
                  utility.of(families, f, lists->school[at], gumbel_from(word)));
      }
    }
  }
}

RC_GTEST_PROP(ChoiceLaw, ALeverThatTouchesNothingChangesNothing, ()) {
  const City city = DistrictMaker().make();
  City other = city;
  other.law.choice.published_value_added = 1;  // no school has any
  for (SchoolModel& model : other.law.models) {
    model.key = "another name";
    model.label = "another label";
  }
  RC_ASSERT(same_columns(city.decide(), other.decide()));
}

RC_GTEST_PROP(ChoiceLaw, ThreadsDoNotMatter, ()) {
  City city = DistrictMaker().make();
  city.world.keep.applications = true;
  const ThreadLimit one(1);
  const ChoiceOutcome alone = city.decide();
  const MobilityOutcome moved_alone = [&] {
    City next = city;
    next.choose();
    return decide_mobility(next.world, next.law, next.mobility, next.dice);
  }();
  const ThreadLimit four(4);
  const ChoiceOutcome together = city.decide();
  RC_ASSERT(same_columns(alone, together));
  RC_ASSERT(alone.applications.size() == together.applications.size());
  for (std::size_t i = 0; i < alone.applications.size(); ++i) {
    RC_ASSERT(alone.applications[i].priority == together.applications[i].priority);
  }
  City next = city;
  next.choose();
  const auto moved_together = decide_mobility(next.world, next.law, next.mobility, next.dice);
  RC_ASSERT(moved_alone.changes.size() == moved_together.changes.size());
  for (std::size_t i = 0; i < moved_alone.changes.size(); ++i) {
    RC_ASSERT(moved_alone.changes[i].row == moved_together.changes[i].row);
    RC_ASSERT(moved_alone.changes[i].to == moved_together.changes[i].to);
  }
}

/// Schools that nobody lists, attends, is zoned to or ends in.
std::vector<SchoolId> wanted_by_nobody(const City& city, const ChoiceOutcome& outcome) {
  std::set<std::uint32_t> wanted;
  for (const Application& a : outcome.applications) wanted.insert(a.school.value);
  for (const std::uint16_t school : outcome.school) wanted.insert(school);
  for (const std::uint16_t school : city.world.students.school) wanted.insert(school);
  for (const auto& zone : outcome.zones ? *outcome.zones : city.world.places.zoned) {
    for (const SchoolId school : zone) wanted.insert(school.value);
  }
  std::vector<SchoolId> nobody;
  for (std::size_t s = 1; s < city.world.schools.size(); ++s) {
    if (wanted.count(static_cast<std::uint32_t>(s)) == 0) nobody.push_back(SchoolId{s});
  }
  return nobody;
}

RC_GTEST_PROP(ChoiceLaw, ASchoolThatNobodyWantsCanGoWithoutANotice, ()) {
  City city = DistrictMaker().make();
  city.nature.apply_supply = 0;  // the supply of such schools is seen by everyone
  city.world.keep.applications = true;
  // Short lists, and a last school that is far away and empty: somewhere nobody wants to go.
  city.law.choice.list_length = 1;
  const std::size_t schools = city.world.schools.size(), last = schools - 1;
  for (std::size_t n = 0; n < city.world.places.x.size(); ++n) {
    city.world.places.distance[n * schools + last] = 1000.0f;
  }
  find_nearest(city.world.places, schools);
  for (std::uint16_t& school : city.world.students.school) {
    if (school == last) school = kNoSchool;
  }
  city.world.places.zoned = draw_zones(city.world, city.law);
  for (std::size_t s = 0; s < city.world.schools.size(); ++s) {
    city.world.schools.in_model_since[SchoolId{s}] = 1950;
    if (city.world.schools.opened[SchoolId{s}] == city.world.year) {
      city.world.schools.opened[SchoolId{s}] = 1950;
    }
  }
  const ChoiceOutcome with = city.decide();
  for (const SchoolId school : wanted_by_nobody(city, with)) {
    City without = city;
    without.world.schools.status[school] = SchoolStatus::Slot;
    RC_ASSERT(same_columns(with, without.decide()));
  }
}

RC_GTEST_PROP(ChoiceLaw, GradesAreMarketsOfTheirOwn, ()) {
  const City city = DistrictMaker().make();
  RC_PRE(city.world.students.size() > 0);
  const int grade = city.world.students.grade[0];
  City other = city;
  for (std::size_t row = 0; row < city.world.students.size(); ++row) {
    if (city.world.students.grade[row] != grade) continue;
    other.world.students.baseline[kMath][row] += 3.0f;
    other.world.students.engagement[row] = 100;
  }
  const ChoiceOutcome before = city.decide(), after = other.decide();
  for (std::size_t row = 0; row < before.school.size(); ++row) {
    if (city.world.students.grade[row] == grade) continue;
    RC_ASSERT(before.school[row] == after.school[row]);
    RC_ASSERT(before.rank[row] == after.rank[row]);
  }
}

RC_GTEST_PROP(MobilityLaw, MoversTakeSeatsThatExistAndNobodyIsLost, ()) {
  City city = DistrictMaker().make();
  city.choose();
  city.mobility.move = 0;
  const MobilityOutcome outcome = decide_mobility(city.world, city.law, city.mobility, city.dice);
  World world = city.world;
  enact(world, MobilityOutcome(outcome));
  const Students& next = world.students;
  expect_everyone_at_school(city, next.school);
  const auto before = head_count(city, city.world.students.school);
  const auto after = head_count(city, next.school);
  int in = 0, out = 0;
  for (const int moved : outcome.moved_in) in += moved;
  for (const int moved : outcome.moved_out) out += moved;
  int newcomers = 0;
  for (std::size_t row = 0; row < next.size(); ++row) {
    const bool changed = next.school[row] != city.world.students.school[row];
    RC_ASSERT(!changed || next.moved[row] == 1);
    newcomers += city.world.students.arrived[row] == city.world.year;
  }
  RC_ASSERT(in >= out);
  RC_ASSERT(in - out <= newcomers);  // late arrivals come from outside
  for (std::size_t cell = 0; cell < after.size(); ++cell) {
    const SchoolId school{cell / kGrades};
    const int seats = seats_open(city.world, city.law, school, static_cast<int>(cell % kGrades));
    RC_ASSERT(after[cell] <= std::max(seats, before[cell]));
  }
}

}  // namespace
}  // namespace homeroom
