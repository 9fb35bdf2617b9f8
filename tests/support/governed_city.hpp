// A city small enough to know by heart: schools of K-5 with 400 children each, three models. Model
// 0 is the city's ordinary practice, model 1 has every right on a plan that the board approved,
// model 2 is a legally separate organisation with every right.
#pragma once

#include <string>

#include "sim/chance/draw.hpp"
#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"
#include "sim/year/accountability.hpp"
#include "sim/year/authorization.hpp"
#include "sim/year/budget.hpp"
#include "sim/year/governance.hpp"
#include "tests/support/nature_values.hpp"

namespace homeroom::testing {

inline const ModelId kOrdinary{0}, kFree{1}, kSeparate{2};

struct GovernedCity {
  World world;
  Law law;
  GovernanceParameters governance = shipped<GovernanceParameters>("governance");
  AuthorizationParameters authorization = shipped<AuthorizationParameters>("authorization");
  BudgetParameters budget = shipped<BudgetParameters>("budget");
  AccountabilityParameters accountability = shipped<AccountabilityParameters>("accountability");
  Dice dice;

  explicit GovernedCity(int schools = 6, std::uint64_t seed = 1);

  /// Schools that stand ready as slots behind those that are open.
  void add_slots(int slots);
  void put(SchoolId school, ModelId model, int since);
  SchoolModel& model(ModelId id) { return law.models[id.row()]; }

  void govern() { enact(world, decide_governance(world, law, governance, dice)); }
  void authorize() {
    enact(world, decide_authorization(world, law, authorization, dice));
    enact(world, decide_new_rights(world, law, governance, dice));
  }
  void spend() { enact(world, decide_budget(world, law, budget, dice)); }
  void account() { enact(world, decide_accountability(world, law, accountability, dice)); }
  void turn_year();
  void pass_year() {
    govern();
    authorize();
    spend();
    account();
    turn_year();
  }
  int events(EventKind kind) const {
    int count = 0;
    for (const Event& event : world.results.events) count += event.kind == kind;
    return count;
  }

 private:
  void write_law();
  void open(SchoolId school);
  void staff(SchoolId school);
};

inline constexpr int kTeachersEach = 20;

inline void GovernedCity::write_law() {
  law.models.resize(3);
  law.ordinary = kOrdinary;
  const char* keys[] = {"usual", "free", "separate"};
  for (std::size_t m = 0; m < 3; ++m) {
    law.models[m].key = keys[m];
    for (auto& right : law.models[m].paper) right = m == 0 ? 0.0 : 1.0;
  }
  model(kFree).guarantee = Guarantee::BoardPlan;
  model(kFree).origin = Origin::Conversion;
  model(kSeparate).guarantee = Guarantee::Separate;
  model(kSeparate).employer = Employer::School;
  model(kSeparate).origin = Origin::StartUp;
  model(kSeparate).tenure = false;
}

inline void GovernedCity::staff(SchoolId school) {
  Teachers& teachers = world.teachers;
  for (int i = 0; i < kTeachersEach; ++i) {
    const std::size_t row = teachers.free_row().row();
    teachers.person[row] = 1000 * school.row() + static_cast<std::uint64_t>(i);
    teachers.place[row] = TeacherPlace::School;
    teachers.school[row] = static_cast<std::uint16_t>(school.row());
    teachers.experience[row] = 6;
    teachers.employer[row] = law.model(world.schools.model[school]).employer;
  }
}

inline void GovernedCity::open(SchoolId school) {
  Schools& schools = world.schools;
  schools.name[school] = "school " + std::to_string(school.row());
  schools.model[school] = kOrdinary;
  schools.span[school] = {0, 5};
  schools.opened[school] = schools.in_model_since[school] = 1990;
  schools.status[school] = SchoolStatus::Open;
  schools.principals.years_here[school] = 5;
  SchoolYear& year = world.results.school[school];
  for (int grade = 0; grade <= 5; ++grade) {
    schools.seats[school][grade] = 72;
    year.by_grade[grade] = grade < 4 ? 67 : 66;
  }
  year.enrolment = 400;
  year.low_income = 280;
  year.english_learners = 80;
  year.special = 60;
  year.severe = 4;
  for (int m = 0; m < kSubjects; ++m) {
    year.tested[m] = 190;
    year.with_growth[m] = 120;
    year.proficient[m] = 60 + 10 * static_cast<int>(school.row());
    year.median_sgp[m] = 40 + 2.0 * static_cast<double>(school.row());
    year.value_added[m] = 0.01 * static_cast<double>(school.row());
  }
  year.mean_baseline = -0.5 + 0.05 * static_cast<double>(school.row());
}

inline GovernedCity::GovernedCity(int count, std::uint64_t seed) : dice(seed, 0) {
  world.year = 2010;
  world.founded = 2000;
  world.office.buy_in = 0.45;
  world.office.service_quality = 0.5;
  world.superintendent.commitment = 0.4;
  world.superintendent.years = 1;
  world.board.reform_share = 0.4;
  world.teachers_union.stance = -0.2;
  write_law();
  const auto rows = static_cast<std::size_t>(count);
  world.schools.resize(rows);
  world.results.school.assign(rows, {});
  for (std::size_t row = 0; row < rows; ++row) {
    open(SchoolId{row});
    staff(SchoolId{row});
  }
  world.last = world.results;
}

inline void GovernedCity::put(SchoolId school, ModelId model, int since) {
  world.schools.model[school] = model;
  world.schools.in_model_since[school] = since;
}

inline void GovernedCity::add_slots(int slots) {
  const World before = world;
  const std::size_t old = before.schools.size(), rows = old + static_cast<std::size_t>(slots);
  world.schools.resize(rows);
  world.results.school.assign(rows, {});
  for (std::size_t row = 0; row < old; ++row) open(SchoolId{row});
  for (std::size_t row = old; row < rows; ++row) {
    world.schools.span[SchoolId{row}] = {0, 5};
    world.schools.status[SchoolId{row}] = SchoolStatus::Slot;
  }
  world.last = world.results;
}

inline void GovernedCity::turn_year() {
  world.last = world.results;
  world.results.events.clear();
  ++world.year;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (!world.schools.is_open(school)) world.results.school[school] = {};
    ++world.schools.principals.years_here[school];
  }
}

}  // namespace homeroom::testing
