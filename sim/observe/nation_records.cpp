#include "sim/observe/nation_records.hpp"

#include <algorithm>

#include "sim/core/arithmetic.hpp"

namespace homeroom {
namespace {

void add_groups(const NationSums& sums, Batch& batch) {
  const SchoolSums& all = sums.schools.all;
  batch.add(percent_of(all.low_income, all.enrolment));
  for (std::size_t group = 0; group < 4; ++group) {
    batch.add(percent_of(sums.group[group], all.enrolment));
  }
}

/// Standard deviation of districts' means: mean square less squared mean, by tested children.
double sd_between(const NationSums& sums, int subject) {
  const SchoolSums& all = sums.schools.all;
  const double mean = ratio_of(all.score[subject], all.tested[subject]);
  const double square = ratio_of(sums.score_squares[subject], all.tested[subject]);
  return sqrt_of(std::max(0.0, square - mean * mean));
}

void add_sums(const NationSums& sums, Batch& batch) {
  const SchoolSums& all = sums.schools.all;
  batch.add(sums.districts).add(all.enrolment).add(all.schools);
  add_groups(sums, batch);
  for (int m = 0; m < kSubjects; ++m) batch.add(percent_of(all.proficient[m], all.tested[m]));
  for (int m = 0; m < kSubjects; ++m) batch.add(ratio_of(all.score[m], all.tested[m]));
  for (int m = 0; m < kSubjects; ++m) {
    if (all.tested[m] > 0.0) {
      batch.add(sd_between(sums, m));
    } else {
      batch.add_missing();
    }
  }
  for (int m = 0; m < kSubjects; ++m) batch.add(ratio_of(all.sgp[m], all.sgp_weight[m]));
  batch.add(ratio_of(all.value_added, all.value_added_weight))
      .add(all.teachers)
      .add(ratio_of(all.departures, all.staff_before))
      .add(ratio_of(all.novices, all.teachers))
      .add(ratio_of(all.new_principals, all.with_past))
      .add(all.vacancies)
      .add(sums.hires_outside)
      .add(sums.choosers)
      .add(sums.participants)
      .add(ratio_of(sums.got_first, sums.participants))
      .add(sums.revenue)
      .add(sums.outlay)
      .add(sums.cash)
      .add(ratio_of(sums.outlay, all.enrolment));
}

}  // namespace

void NationSums::add(const NationSums& others) {
  districts += others.districts;
  schools.of_model.resize(std::max(schools.of_model.size(), others.schools.of_model.size()));
  for (std::size_t m = 0; m < others.schools.of_model.size(); ++m) {
    schools.of_model[m].add(others.schools.of_model[m]);
  }
  schools.all.add(others.schools.all);
  for (std::size_t g = 0; g < group.size(); ++g) group[g] += others.group[g];
  for (int m = 0; m < kSubjects; ++m) score_squares[m] += others.score_squares[m];
  hires_outside += others.hires_outside;
  choosers += others.choosers;
  participants += others.participants;
  got_first += others.got_first;
  revenue += others.revenue;
  outlay += others.outlay;
  cash += others.cash;
}

NationSums sums_of_district(const World& world, std::size_t models) {
  NationSums sums;
  sums.districts = 1;
  sums.schools = sums_by_model(world, models);
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    if (!world.schools.taught_in(SchoolId{s}, world.year)) continue;
    for (std::size_t g = 0; g < sums.group.size(); ++g) {
      sums.group[g] += world.results.school[SchoolId{s}].group[g];
    }
  }
  const SchoolSums& all = sums.schools.all;
  for (int m = 0; m < kSubjects; ++m) {
    if (all.tested[m] > 0.0) sums.score_squares[m] = all.score[m] * all.score[m] / all.tested[m];
  }
  sums.hires_outside = world.results.hires_outside;
  sums.choosers = world.results.choosers;
  sums.participants = world.results.participants;
  sums.got_first = world.results.got_first;
  sums.revenue = world.office.revenue;
  sums.outlay = world.office.outlay;
  sums.cash = world.office.cash;
  return sums;
}

void observe_one_of_many(const World& world, const NationSums& sums, const DistrictFacts& facts,
                         const RowKey& key, Batch& batch) {
  add_key(batch, key).add(facts.number).add(facts.size_class);
  batch.add(facts.area_km2).add(facts.segregation_race).add(world.city.market_pay);
  add_groups(sums, batch);
  add_district(world, sums.schools.all, batch);
  batch.end_row();
}

void observe_size_class(const NationSums& sums, std::string_view size_class, const RowKey& key,
                        Batch& batch) {
  add_key(batch, key).add(size_class);
  add_sums(sums, batch);
  batch.end_row();
}

void observe_nation(const NationSums& sums, const RowKey& key, Batch& batch) {
  add_key(batch, key);
  add_sums(sums, batch);
  batch.end_row();
}

}  // namespace homeroom
