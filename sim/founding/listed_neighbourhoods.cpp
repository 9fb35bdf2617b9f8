// Neighbourhoods of a city whose schools are listed: they lie around the schools of young children,
// and whoever lives there makes the schools look as they are listed.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/founding/composition.hpp"
#include "sim/founding/found.hpp"
#include "sim/founding/listed_sites.hpp"
#include "sim/founding/smooth_field.hpp"

namespace homeroom {
namespace {

/// Children of a school who live near it: those of kindergarten to grade 5, unless no school of the
/// list has any.
std::vector<double> near_children(const Place& place, const Settlement& settlement) {
  const auto counted = [&](bool young) {
    std::vector<double> children;
    for (std::size_t s = 0; s < place.school_list.size(); ++s) {
      const ListedSchool& school = place.school_list[s];
      children.push_back(!settlement.sites[s] ? 0.0
                         : young              ? children_in(school, 0)
                                              : school.students());
    }
    return children;
  };
  std::vector<double> children = counted(true);
  double all = 0.0;
  for (const double here : children) all += here;
  return all > 0.0 ? children : counted(false);
}

/// As many neighbourhoods as the place wants, of equal population: along the list, one for every
/// equal number of children, near the school that they go to.
void lay_out(World& world, const Place& place, const Settlement& settlement,
             const HouseholdsParameters& nature, const Dice& dice) {
  Neighbourhoods& places = world.places;
  const auto count = static_cast<std::size_t>(place.neighbourhoods);
  const std::vector<double> children = near_children(place, settlement);
  double all = 0.0;
  for (const double here : children) all += here;
  places.x.resize(count);
  places.y.resize(count);
  places.weight.assign(count, 1.0 / static_cast<double>(count));
  std::size_t school = 0;
  double upto = children[0];
  for (std::size_t i = 0; i < count; ++i) {
    const double at = all * (static_cast<double>(i) + 0.5) / static_cast<double>(count);
    while (at > upto && school + 1 < children.size()) upto += children[++school];
    const Site& site = *settlement.sites[school];
    places.x[i] = static_cast<float>(site.x_km + nature.school_jitter_km *
                                                     dice.normal(Die::NeighbourhoodPlaceX, 1, i));
    places.y[i] = static_cast<float>(site.y_km + nature.school_jitter_km *
                                                     dice.normal(Die::NeighbourhoodPlaceY, 1, i));
  }
}

std::vector<double> kinds_of(const ListedSchool& school, bool groups) {
  if (!groups) return {*school.low_income, 1.0 - *school.low_income};
  const double other = 1.0 - *school.black - *school.hispanic - *school.white - *school.asian;
  return {*school.black, *school.hispanic, *school.white, *school.asian, std::max(0.0, other)};
}

bool tells(const ListedSchool& school, bool groups) {
  return groups ? school.has_groups() : school.low_income.has_value();
}

/// What schools say of groups, or of income; nothing when none says anything.
std::vector<SchoolShares> said(const Place& place, const Settlement& settlement, bool groups) {
  std::vector<SchoolShares> all;
  for (std::size_t s = 0; s < place.school_list.size(); ++s) {
    const ListedSchool& school = place.school_list[s];
    if (!settlement.sites[s] || !school.is_ordinary() || !tells(school, groups)) continue;
    for (int stage = 0; stage < kStages; ++stage) {
      const double children = children_in(school, stage);
      if (children > 0.0) all.push_back({s, stage, children, kinds_of(school, groups)});
    }
  }
  return all;
}

/// Where the search begins: everywhere as in all schools together.
std::vector<std::vector<double>> everywhere_alike(const std::vector<SchoolShares>& schools,
                                                  std::size_t homes) {
  std::vector<double> mean(schools.front().shares.size(), 0.0);
  double all = 0.0;
  for (const SchoolShares& school : schools) {
    for (std::size_t k = 0; k < mean.size(); ++k) mean[k] += school.children * school.shares[k];
    all += school.children;
  }
  for (double& share : mean) share = std::max(share / all, 1e-5);
  return std::vector<std::vector<double>>(homes, mean);
}

using Flows = std::array<std::vector<Flow>, kStages>;

void fit(const Place& place, const Neighbourhoods& places, const Flows& flows,
         Settlement& settlement) {
  settlement.groups.clear();
  settlement.low_income.clear();
  for (const bool groups : {true, false}) {
    const std::vector<SchoolShares> schools = said(place, settlement, groups);
    if (schools.empty()) continue;
    const auto shares =
        unblurred(schools, flows, places.weight, everywhere_alike(schools, places.weight.size()));
    for (const std::vector<double>& here : shares) {
      if (groups) {
        settlement.groups.emplace_back();
        std::copy(here.begin(), here.end(), settlement.groups.back().begin());
      } else {
        settlement.low_income.push_back(here.front());
      }
    }
  }
}

/// Poverty where it is known: the log-odds of low income, else of children who are not White.
std::vector<double> known_poverty(const Settlement& settlement) {
  std::vector<double> poverty;
  for (const double share : settlement.low_income) {
    poverty.push_back(logit(clamp_to(share, 0.01, 0.99)));
  }
  if (!poverty.empty()) return poverty;
  constexpr auto kWhite = static_cast<std::size_t>(Group::White);
  for (const GroupShares& here : settlement.groups) {
    poverty.push_back(-logit(clamp_to(here[kWhite], 0.01, 0.99)));
  }
  return poverty;
}

/// Poverty of the neighbourhoods as the settlement has it, where it tells.
void write_status(Neighbourhoods& places, const Settlement& settlement) {
  std::vector<double> poverty = known_poverty(settlement);
  if (poverty.empty()) return;
  standardise(poverty, places.weight);
  places.status = std::move(poverty);
}

}  // namespace

Settlement settle_around_schools(World& world, const Place& place, const Nature& nature,
                                 const Dice& dice) {
  Settlement settlement;
  settlement.sites = sites_of_list(place, nature.households, dice);
  lay_out(world, place, settlement, nature.households, dice);
  Neighbourhoods& places = world.places;
  Flows flows;
  for (int stage = 0; stage < kStages; ++stage) {
    flows[static_cast<std::size_t>(stage)] =
        expected_flows(place, settlement, places, nature.choice, stage);
  }
  fit(place, places, flows, settlement);
  draw_fields(places, place.field_correlation_km, nature.households.rough, dice);
  write_status(places, settlement);
  return settlement;
}

void settle_again(World& world, const Place& place, const World& trial, Settlement& settlement) {
  std::size_t first = 0;
  for (const SchoolGroup& group : place.schools) first += static_cast<std::size_t>(group.count);
  Flows flows;
  for (int stage = 0; stage < kStages; ++stage) {
    flows[static_cast<std::size_t>(stage)] = seen_flows(place, trial, first, stage);
  }
  fit(place, world.places, flows, settlement);
  write_status(world.places, settlement);
}

}  // namespace homeroom
