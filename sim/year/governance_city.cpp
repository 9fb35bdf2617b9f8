#include "sim/year/governance_parts.hpp"

namespace homeroom::governance {
namespace {

bool has_rights_beyond_ordinary(const SchoolModel& model, const SchoolModel& ordinary, int year) {
  for (int r = 0; r < kRights; ++r) {
    if (model.paper[r].in(year) > ordinary.paper[r].in(year)) return true;
  }
  return false;
}

}  // namespace

City look_at_city(const World& world, const Law& law) {
  City city;
  const Schools& schools = world.schools;
  std::vector<char> exempt(law.models.size());
  for (std::size_t m = 0; m < law.models.size(); ++m) {
    exempt[m] = has_rights_beyond_ordinary(law.models[m], law.model(law.ordinary), world.year);
  }
  double score = 0, tested = 0, children = 0, rivals = 0, own = 0, exempt_own = 0;
  for (std::size_t row = 0; row < schools.size(); ++row) {
    const SchoolId school{row};
    if (!schools.is_open(school)) continue;
    const SchoolModel& model = law.model(schools.model[school]);
    if (model.employer == Employer::District) {
      own += 1.0;
      exempt_own += exempt[schools.model[school].row()];
    }
    if (world.last.school.size() != schools.size()) continue;
    const SchoolYear& last = world.last.school[school];
    for (int m = 0; m < kSubjects; ++m) {
      score += last.mean_score[m] * last.tested[m];
      tested += last.tested[m];
    }
    children += last.enrolment;
    if (model.employer == Employer::School) rivals += last.enrolment;
  }
  city.tested = tested > 0;
  city.mean_score = city.tested ? score / tested : 0.0;
  city.rivals = children > 0 ? rivals / children : 0.0;
  city.exempt_share = own > 0 ? exempt_own / own : 0.0;
  return city;
}

}  // namespace homeroom::governance
