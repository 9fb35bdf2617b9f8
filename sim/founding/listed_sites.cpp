#include "sim/founding/listed_sites.hpp"

#include <algorithm>
#include <map>

#include "sim/core/arithmetic.hpp"
#include "sim/founding/smooth_field.hpp"
#include "sim/vocabulary/grades.hpp"

namespace homeroom {
namespace {

using Sites = std::vector<std::optional<Site>>;

/// Uniform on the square, each school's own dice.
Sites scattered(const Place& place, const Dice& dice) {
  const double side = sqrt_of(place.area_km2);
  Sites sites;
  for (std::size_t i = 0; i < place.school_list.size(); ++i) {
    sites.push_back(Site{side * dice.uniform(Die::SchoolPlaceX, 1, i),
                         side * dice.uniform(Die::SchoolPlaceY, 1, i)});
  }
  return sites;
}

/// A field of poverty over the sites.
std::vector<double> poverty_field(const Place& place, const Sites& sites,
                                  const HouseholdsParameters& nature, const Dice& dice) {
  Neighbourhoods map;
  for (const std::optional<Site>& site : sites) {
    map.x.push_back(static_cast<float>(site->x_km));
    map.y.push_back(static_cast<float>(site->y_km));
    map.weight.push_back(1.0);
  }
  return smooth_fields(map, place.field_correlation_km, {{Die::NeighbourhoodStatus, 1}},
                       nature.rough, dice)
      .front();
}

/// Schools of one level whose poverty is known, so that poor children of every age have a school.
std::map<Level, std::vector<std::size_t>> by_level(const Place& place) {
  std::map<Level, std::vector<std::size_t>> schools;
  for (std::size_t i = 0; i < place.school_list.size(); ++i) {
    const ListedSchool& school = place.school_list[i];
    if (poverty_of(school)) {
      schools[level_of({school.first_grade, school.last_grade})].push_back(i);
    }
  }
  return schools;
}

/// Hands the sites of a level's schools round: the poorest school gets the poorest site.
void match(const Place& place, const std::vector<double>& field,
           const std::vector<std::size_t>& schools, Sites& sites) {
  std::vector<std::size_t> from = schools, to = schools;
  std::stable_sort(from.begin(), from.end(),
                   [&](std::size_t a, std::size_t b) { return field[a] < field[b]; });
  std::stable_sort(to.begin(), to.end(), [&](std::size_t a, std::size_t b) {
    return *poverty_of(place.school_list[a]) < *poverty_of(place.school_list[b]);
  });
  const Sites before = sites;
  for (std::size_t rank = 0; rank < to.size(); ++rank) sites[to[rank]] = before[from[rank]];
}

}  // namespace

std::optional<double> poverty_of(const ListedSchool& school) {
  if (school.low_income) return school.low_income;
  if (school.white) return 1.0 - *school.white;
  return std::nullopt;
}

Sites sites_of_list(const Place& place, const HouseholdsParameters& nature, const Dice& dice) {
  Sites sites;
  bool any = false;
  for (const ListedSchool& school : place.school_list) {
    sites.emplace_back();
    if (!school.has_place()) continue;
    sites.back() = Site{*school.x_km, *school.y_km};
    any = true;
  }
  if (any) return sites;
  sites = scattered(place, dice);
  const std::vector<double> field = poverty_field(place, sites, nature, dice);
  for (const auto& [level, schools] : by_level(place)) match(place, field, schools, sites);
  return sites;
}

}  // namespace homeroom
