// What must hold of rights, whatever the city.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/support/governed_city.hpp"

namespace homeroom {
namespace {

using testing::GovernedCity;
using testing::kFree;
using testing::kOrdinary;

const SchoolId kSchool{0};

double share() { return *rc::gen::inRange(0, 101) / 100.0; }

GovernedCity any_city() {
  GovernedCity city(2, *rc::gen::inRange<std::uint64_t>(1, 1000));
  for (ModelId model : {kOrdinary, kFree}) {
    for (auto& right : city.model(model).paper) right = share();
  }
  city.put(kSchool, kFree, *rc::gen::inRange(2000, 2011));
  city.model(kFree).guarantee = static_cast<Guarantee>(*rc::gen::inRange(0, kGuarantees));
  city.model(kFree).trim_on_decline = share();
  city.model(kFree).curriculum_gate = share();
  city.model(kFree).agreement_years = *rc::gen::inRange(0, 4);
  city.world.schools.rated_years[kSchool] = *rc::gen::inRange(0, 3);
  city.world.schools.rating[kSchool] = 100 * share();
  city.world.schools.trimmed[kSchool] = share();
  city.world.schools.partner[kSchool] = 8 * share() - 4;
  city.world.office.buy_in = share();
  city.world.office.support_office = share();
  city.law.governance.rights_register = share();
  city.governance.buy_in_power = 0.5 + 2 * share();
  if (*rc::gen::arbitrary<bool>()) city.world.schools.second_model[kSchool] = kOrdinary;
  return city;
}

RC_GTEST_PROP(RightsLaw, LieBetweenOrdinaryPracticeAndPaper, ()) {
  const GovernedCity city = any_city();
  const Rights rights = rights_of(city.world, city.law, city.governance, kSchool);
  for (int r = 0; r < kRights; ++r) {
    const double a0 = city.law.models[0].paper[r].in(2010), a = rights.paper[r];
    RC_ASSERT(a >= 0.0 && a <= 1.0);
    RC_ASSERT(rights.held[r] >= std::min(a, a0));
    RC_ASSERT(rights.held[r] <= a + 1e-12);
  }
  const auto held = means_by_autonomy(rights.held);
  for (int d = 0; d < kAutonomies; ++d) {
    RC_ASSERT(rights.honoured[d] >= 0.0 && rights.honoured[d] <= 1.0);
    RC_ASSERT(rights.used[d] >= 0.0 && rights.used[d] <= held[d] + 1e-12);
  }
  RC_ASSERT(rights.friction >= 0.0 && rights.friction <= 1.0);
}

RC_GTEST_PROP(RightsLaw, FullProtectionHonoursEverything, ()) {
  GovernedCity city = any_city();
  city.model(kFree).guarantee = Guarantee::Separate;
  const Rights rights = rights_of(city.world, city.law, city.governance, kSchool);
  const bool lapsed = city.world.schools.agreement_lapsed[kSchool];
  RC_PRE(!lapsed);
  for (double h : rights.honoured) RC_ASSERT(h == 1.0);
  RC_ASSERT(rights.friction == 0.0);
}

RC_GTEST_PROP(RightsLaw, NoFrictionWherePaperIsOrdinary, ()) {
  GovernedCity city = any_city();
  for (int r = 0; r < kRights; ++r) {
    const double usual = city.model(kOrdinary).paper[r].in(2010);
    city.model(kFree).paper[r] = usual * share();
  }
  const Rights rights = rights_of(city.world, city.law, city.governance, kSchool);
  RC_ASSERT(rights.friction == 0.0);
  RC_ASSERT(rights.held == rights.paper);
}

RC_GTEST_PROP(RightsLaw, MoreProtectionNeverTakesRightsAway, ()) {
  GovernedCity city = any_city();
  city.world.schools.partner[kSchool] = 0;
  const Rights before = rights_of(city.world, city.law, city.governance, kSchool);
  city.world.office.support_office = 1;
  city.world.office.buy_in = std::min(1.0, city.world.office.buy_in + 0.1);
  const Rights after = rights_of(city.world, city.law, city.governance, kSchool);
  for (int r = 0; r < kRights; ++r) RC_ASSERT(after.held[r] >= before.held[r] - 1e-12);
  RC_ASSERT(after.friction <= before.friction + 1e-12);
}

struct Trace {
  std::vector<double> numbers;
  bool operator==(const Trace&) const = default;
};

Trace ten_years(GovernedCity city) {
  Trace trace;
  for (int year = 0; year < 10; ++year) {
    city.pass_year();
    for (std::size_t row = 0; row < city.world.schools.size(); ++row) {
      const SchoolId school{row};
      for (double held : city.world.schools.held[school]) trace.numbers.push_back(held);
      for (double x : {city.world.schools.friction[school], city.world.schools.partner[school],
                       city.world.schools.resources[school], city.world.schools.rating[school],
                       city.world.schools.credibility[school]}) {
        trace.numbers.push_back(x);
      }
    }
    for (double x : {city.world.office.buy_in, city.world.superintendent.commitment,
                     city.world.board.reform_share, city.world.office.cash}) {
      trace.numbers.push_back(x);
    }
  }
  return trace;
}

RC_GTEST_PROP(NothingLaw, LeversThatDoNothingDifferByExactlyNothing, ()) {
  const GovernedCity before = any_city();
  GovernedCity after = before;
  // Another name, another model that no school has, dates that change no value, and levers without
  // anyone to pull them.
  for (SchoolModel& model : after.law.models) model.key = model.label = "another " + model.key;
  after.law.models.push_back(after.law.models[1]);
  after.law.governance.support_office.set(2013, 0.0);
  after.law.governance.zone_voice = 1;
  after.law.authorization.replication = 0;
  after.law.authorization.openings_per_year = 2;
  after.law.authorization.opening_model = "another free";
  RC_ASSERT(ten_years(before) == ten_years(after));
}

RC_GTEST_PROP(NothingLaw, OrderOfModelsIsNoFact, ()) {
  const GovernedCity before = any_city();
  GovernedCity after = before;
  // The same models in reverse order of the table.
  std::reverse(after.law.models.begin(), after.law.models.end());
  const auto swapped = [](ModelId id) { return id ? ModelId{2 - id.row()} : id; };
  after.law.ordinary = swapped(before.law.ordinary);
  for (std::size_t row = 0; row < 2; ++row) {
    const SchoolId school{row};
    after.world.schools.model[school] = swapped(before.world.schools.model[school]);
    after.world.schools.second_model[school] = swapped(before.world.schools.second_model[school]);
  }
  RC_ASSERT(ten_years(before) == ten_years(after));
}

}  // namespace
}  // namespace homeroom
