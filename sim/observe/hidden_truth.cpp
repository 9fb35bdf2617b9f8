#include "sim/observe/hidden_truth.hpp"

#include "sim/observe/hidden_decomposition.hpp"
#include "sim/year/governance.hpp"

namespace homeroom {

void observe_truth(const World& world, const Law& law, const RowKey& key, Batch& batch) {
  const Schools& schools = world.schools;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const SchoolId school{s};
    if (!schools.taught_in(school, world.year)) continue;
    const SchoolYear& year = world.results.school[school];
    add_key(batch, key)
        .add(static_cast<int>(s))
        .add(schools.name[school])
        .add(law.model(schools.model[school]).key)
        .add(year.enrolment);
    add_growth(batch, year.growth);
    batch.add(paper_autonomy(schools, school))
        .add(effective_autonomy(schools, school))
        .add(schools.first_effective[school])
        .add(world.year - schools.in_model_since[school])
        .add(static_cast<int>(schools.agreement_lapsed[school]))
        .add(schools.friction[school])
        .add(year.mean_baseline)
        .add(year.mean_effect)
        .add(schools.principals.leadership[school])
        .add(schools.principals.skill[school])
        .add(schools.design_quality[school])
        .add(schools.climate[school])
        .add(schools.urgency[school])
        .add(schools.hours[school])
        .add(schools.resources[school])
        .add(world.office.buy_in)
        .add(world.superintendent.commitment)
        .add(world.office.service_quality);
    batch.end_row();
  }
}

}  // namespace homeroom
