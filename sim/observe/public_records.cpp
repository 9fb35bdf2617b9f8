#include "sim/observe/public_records.hpp"

#include "sim/observe/names.hpp"
#include "sim/observe/tally.hpp"

namespace homeroom {
namespace {

/// A whole number, missing where the world says `none`.
void add_unless(Batch& batch, int value, int none) {
  if (value == none) {
    batch.add_missing();
  } else {
    batch.add(value);
  }
}

void add_tests(Batch& batch, const SchoolYear& year) {
  for (int m = 0; m < kSubjects; ++m) batch.add(year.tested[m]);
  for (int m = 0; m < kSubjects; ++m) batch.add(percent_of(year.proficient[m], year.tested[m]));
  for (int m = 0; m < kSubjects; ++m) {
    batch.add(ratio_of(year.mean_score[m] * year.tested[m], year.tested[m]));
  }
  for (int m = 0; m < kSubjects; ++m) {
    if (year.median_sgp[m] > 0.0) {
      batch.add(year.median_sgp[m]);
    } else {
      batch.add_missing();
    }
  }
  if (year.value_added_level > 0) {
    batch.add(0.5 * (year.value_added[kMath] + year.value_added[kEla]));
  } else {
    batch.add_missing();
  }
  add_unless(batch, year.value_added_level, 0);
}

void add_demographics(Batch& batch, const SchoolYear& year) {
  const double all = year.enrolment;
  batch.add(year.enrolment)
      .add(percent_of(year.low_income, all))
      .add(percent_of(year.english_learners, all))
      .add(percent_of(year.special, all));
  for (std::size_t group = 0; group < 4; ++group) {
    batch.add(percent_of(year.group[group], all));
  }
}

/// `begin_row` writes what stands before a school's own columns.
template <class BeginRow>
void add_schools(const World& world, const Law& law, Batch& batch, BeginRow&& begin_row) {
  const Schools& schools = world.schools;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const SchoolId school{s};
    if (!schools.taught_in(school, world.year)) continue;
    const SchoolYear& year = world.results.school[school];
    const SchoolModel& model = law.model(schools.model[school]);
    begin_row();
    batch.add(static_cast<int>(s)).add(schools.name[school]).add(model.key);
    batch.add(schools.second_model[school]
                  ? std::string_view(law.model(schools.second_model[school]).key)
                  : std::string_view());
    batch.add(name_of(level_of(schools.span[school])))
        .add(name_of(schools.status[school]))
        .add(schools.opened[school])
        .add(employer_names()[static_cast<std::size_t>(model.employer)])
        .add(static_cast<int>(schools.selective[school]))
        .add(static_cast<int>(schools.special_school[school]));
    add_demographics(batch, year);
    add_tests(batch, year);
    if (schools.rated_years[school] > 0) {
      batch.add(schools.rating[school]).add(year.rated_bottom);
    } else {
      batch.add_missing().add_missing();
    }
    batch.add(year.teachers)
        .add(ratio_of(year.novices, year.teachers))
        .add(ratio_of(year.departures, year.staff_before))
        .add(year.dismissed)
        .add(year.recruited_away)
        .add(year.vacancies)
        .add(schools.principals.years_here[school])
        .add(schools.fund_balance[school])
        .add(ratio_of(schools.spending[school], year.enrolment))
        .add(ratio_of(year.first_choices, year.entrants))
        .add(ratio_of(year.moved_in + year.moved_out, year.enrolment))
        .add(schools.zone[school] ? std::string_view(world.zones.name[schools.zone[school]])
                                  : std::string_view())
        .add(static_cast<double>(schools.x[school]))
        .add(static_cast<double>(schools.y[school]));
    batch.end_row();
  }
}

}  // namespace

void observe_schools(const World& world, const Law& law, const RowKey& key, Batch& batch) {
  add_schools(world, law, batch, [&] { add_key(batch, key); });
}

void observe_schools_of(int district, const World& world, const Law& law, const RowKey& key,
                        Batch& batch) {
  add_schools(world, law, batch, [&] { add_key(batch, key).add(district); });
}

void observe_models(const World& world, const Law& law, const RowKey& key, Batch& batch) {
  observe_models(sums_by_model(world, law.models.size()), law, key, batch);
}

void observe_models(const SumsByModel& sums, const Law& law, const RowKey& key, Batch& batch) {
  for (std::size_t m = 0; m < sums.of_model.size(); ++m) {
    const SchoolSums& of = sums.of_model[m];
    if (of.schools == 0) continue;
    add_key(batch, key).add(law.models[m].key).add(of.schools).add(of.enrolment);
    batch.add(percent_of(of.low_income, of.enrolment));
    for (int i = 0; i < kSubjects; ++i) batch.add(percent_of(of.proficient[i], of.tested[i]));
    for (int i = 0; i < kSubjects; ++i) batch.add(ratio_of(of.score[i], of.tested[i]));
    for (int i = 0; i < kSubjects; ++i) batch.add(ratio_of(of.sgp[i], of.sgp_weight[i]));
    batch.add(ratio_of(of.value_added, of.value_added_weight))
        .add(of.teachers)
        .add(ratio_of(of.novices, of.teachers))
        .add(ratio_of(of.departures, of.staff_before))
        .add(ratio_of(of.new_principals, of.with_past))
        .add(ratio_of(of.spending, of.enrolment))
        .add(of.fund_balance)
        .add(ratio_of(of.enrolment, sums.all.enrolment));
    batch.end_row();
  }
}

void observe_district(const World& world, const Law& law, const RowKey& key, Batch& batch) {
  add_key(batch, key);
  add_district(world, sums_by_model(world, law.models.size()).all, batch);
  batch.end_row();
}

void add_district(const World& world, const SchoolSums& city, Batch& batch) {
  const Results& now = world.results;
  batch.add(city.enrolment).add(city.schools);
  for (int i = 0; i < kSubjects; ++i) batch.add(percent_of(city.proficient[i], city.tested[i]));
  for (int i = 0; i < kSubjects; ++i) batch.add(ratio_of(city.score[i], city.tested[i]));
  batch.add(city.teachers)
      .add(ratio_of(city.departures, city.staff_before))
      .add(ratio_of(city.novices, city.teachers))
      .add(ratio_of(city.new_principals, city.with_past))
      .add(city.vacancies)
      .add(now.hires_outside)
      .add(now.hires_novice)
      .add(city.late_hires)
      .add(now.placements_forced)
      .add(now.pool_size)
      .add(world.office.pool_cost)
      .add(now.choosers)
      .add(now.participants)
      .add(ratio_of(now.got_first, now.participants))
      .add(ratio_of(now.got_top3, now.participants))
      .add(now.got_any)
      .add(now.unassigned)
      .add(now.separate_applicants)
      .add(now.separate_offers)
      .add(now.separate_enrolled)
      .add(world.superintendent.years)
      .add(world.board.reform_share)
      .add(world.office.revenue)
      .add(world.office.outlay)
      .add(world.office.cash)
      .add(ratio_of(world.office.outlay, city.enrolment));
}

void observe_events(const World& world, const Law& law, const RowKey& key, Batch& batch) {
  for (const Event& event : world.results.events) {
    add_key(batch, key).add(name_of(event.kind));
    if (event.school) {
      batch.add(static_cast<int>(event.school.row()))
          .add(world.schools.name[event.school])
          .add(law.model(world.schools.model[event.school]).key);
    } else {
      batch.add_missing().add_missing().add_missing();
    }
    batch.add(detail_of(event));
    if (counts_something(event)) {
      batch.add(event.value);
    } else {
      batch.add_missing();
    }
    batch.end_row();
  }
}

}  // namespace homeroom
