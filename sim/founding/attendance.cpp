#include "sim/founding/attendance.hpp"

#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/vocabulary/grades.hpp"

namespace homeroom {
namespace {

struct Near {
  double km;
  std::size_t school;
  friend bool operator<(const Near& a, const Near& b) {
    return a.km < b.km || (a.km == b.km && a.school < b.school);
  }
};

double per_km(const ChoiceParameters& nature, int stage) {
  const double costs[kStages] = {nature.distance_elementary, nature.distance_middle,
                                 nature.distance_high};
  return costs[stage];
}

/// Schools of the stage that have a site, nearest first, as many as a family looks at.
std::vector<Near> looked_at(const Place& place, const Settlement& settlement, double x, double y,
                            int stage, std::size_t most) {
  std::vector<Near> near;
  for (std::size_t s = 0; s < place.school_list.size(); ++s) {
    const ListedSchool& school = place.school_list[s];
    if (!settlement.sites[s] || !school.is_ordinary() || children_in(school, stage) <= 0.0)
      continue;
    const double dx = settlement.sites[s]->x_km - x, dy = settlement.sites[s]->y_km - y;
    near.push_back({sqrt_of(dx * dx + dy * dy), s});
  }
  std::sort(near.begin(), near.end());
  if (near.size() > most) near.resize(most);
  return near;
}

}  // namespace

double children_in(const ListedSchool& school, int stage) {
  double children = 0.0;
  for (std::size_t i = 0; i < school.enrolment.size(); ++i) {
    if (stage_of(school.first_grade + static_cast<int>(i)) == stage)
      children += school.enrolment[i];
  }
  return children;
}

std::vector<Flow> seen_flows(const Place& place, const World& world, std::size_t first, int stage) {
  const std::size_t homes = world.places.x.size(), schools = place.school_list.size();
  std::vector<double> children(homes * schools, 0.0), all(homes, 0.0);
  const Students& students = world.students;
  for (std::size_t row = 0; row < students.size(); ++row) {
    const std::size_t school = students.school[row];
    if (stage_of(students.grade[row]) != stage || school < first || school >= first + schools ||
        !place.school_list[school - first].is_ordinary()) {
      continue;
    }
    children[students.home[row] * schools + school - first] += 1.0;
    all[students.home[row]] += 1.0;
  }
  std::vector<Flow> flows;
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (children[i] > 0.0)
      flows.push_back({i / schools, i % schools, children[i] / all[i / schools]});
  }
  return flows;
}

std::vector<Flow> expected_flows(const Place& place, const Settlement& settlement,
                                 const Neighbourhoods& places, const ChoiceParameters& nature,
                                 int stage) {
  const auto most = static_cast<std::size_t>(nature.district_candidates);
  const double choosing = logistic(nature.participate);
  std::vector<Flow> flows;
  for (std::size_t home = 0; home < places.x.size(); ++home) {
    const auto near = looked_at(place, settlement, static_cast<double>(places.x[home]),
                                static_cast<double>(places.y[home]), stage, most);
    std::vector<double> worth;
    double all = 0.0;
    for (std::size_t i = 0; i < near.size(); ++i) {
      const double of_places =
          nature.places * log_of(children_in(place.school_list[near[i].school], stage));
      const double own = i == 0 ? nature.zoned : 0.0;
      worth.push_back(exp_of(of_places + own - per_km(nature, stage) * near[i].km));
      all += worth.back();
    }
    // Who does not choose goes to the school of the neighbourhood, the nearest.
    for (std::size_t i = 0; i < near.size(); ++i) {
      flows.push_back(
          {home, near[i].school, choosing * worth[i] / all + (i == 0 ? 1.0 - choosing : 0.0)});
    }
  }
  return flows;
}

}  // namespace homeroom
