#include "sim/observe/sustainability.hpp"

#include "sim/observe/tally.hpp"

namespace homeroom {
namespace {

/// Sums over schools that `SchoolSums` does not have.
struct Sums {
  SchoolSums all;
  int led_before = 0, new_leaders = 0;  ///< schools that stood last year, and new principals there
  double employed = 0;                  ///< children taught by the district's employees

  void add(const World& world, const Law& law, SchoolId school) {
    const Schools& schools = world.schools;
    const SchoolYear& year = world.results.school[school];
    all.add(schools, school, year);
    if (schools.opened[school] < world.year) {
      ++led_before;
      new_leaders += schools.principals.is_new[school];
    }
    if (law.model(schools.model[school]).employer == Employer::District) employed += year.enrolment;
  }
};

std::vector<Sums> sums_of(const World& world, const Law& law) {
  std::vector<Sums> sums(law.models.size() + 1);
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (!world.schools.taught_in(school, world.year)) continue;
    sums[world.schools.model[school].row()].add(world, law, school);
    sums.back().add(world, law, school);
  }
  return sums;
}

void add_lifetimes(const Lifetimes& lifetimes, std::size_t model, Batch& batch) {
  for (const Lasting kind : {Lasting::School, Lasting::Agreement, Lasting::Zone}) {
    const Lifetime& of = lifetimes.of(model, kind);
    batch.add(of.now.at_risk)
        .add(of.now.ended)
        .add(of.since_policy.share())
        .add(of.since_policy.error());
  }
}

// The pool is paid by the district: its cost falls on the children of schools that it staffs.
double cost_per_pupil(const World& world, const Sums& of, const Sums& city) {
  const double pool =
      city.employed > 0.0 ? world.office.pool_cost * of.employed / city.employed : 0.0;
  return ratio_of(of.all.spending + pool, of.all.enrolment);
}

std::string_view name_of_model(const Law& law, std::size_t model) {
  return model < law.models.size() ? std::string_view(law.models[model].key) : std::string_view();
}

}  // namespace

void observe_sustainability(const World& world, const Law& law, const Lifetimes& lifetimes,
                            const RowKey& key, Batch& batch) {
  const std::vector<Sums> sums = sums_of(world, law);
  for (std::size_t m = 0; m < sums.size(); ++m) {
    const Sums& of = sums[m];
    if (of.all.schools == 0 && !lifetimes.of(m, Lasting::School).since_policy.any()) continue;
    add_key(batch, key).add(name_of_model(law, m)).add(of.all.enrolment);
    batch.add(ratio_of(of.all.enrolment, sums.back().all.enrolment));
    add_lifetimes(lifetimes, m, batch);
    batch.add(ratio_of(of.all.departures, of.all.staff_before))
        .add(ratio_of(of.new_leaders, of.led_before))
        .add(of.all.fund_balance)
        .add(cost_per_pupil(world, of, sums.back()))
        .add(world.board.reform_share)
        .add(world.superintendent.years);
    batch.end_row();
  }
}

void observe_survival(const Law& law, const Lifetimes& lifetimes, const RowKey& key, Batch& batch) {
  constexpr std::string_view kNames[kLasting] = {"school", "agreement", "zone"};
  for (std::size_t m = 0; m <= lifetimes.models(); ++m) {
    for (std::size_t kind = 0; kind < kLasting; ++kind) {
      const Lifetime& of = lifetimes.of(m, static_cast<Lasting>(kind));
      Survival survival;
      for (std::size_t age = 0; age < of.age.size(); ++age) {
        if (of.age[age].at_risk == 0) continue;
        survival.add(of.age[age].at_risk, of.age[age].ended);
        add_key(batch, key).add(name_of_model(law, m)).add(kNames[kind]);
        batch.add(static_cast<int>(age)).add(of.age[age].at_risk).add(of.age[age].ended);
        batch.add(survival.share()).add(survival.error());
        batch.end_row();
      }
    }
  }
}

}  // namespace homeroom
