// Where listed schools stand.
#pragma once

#include <optional>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/founding/place.hpp"
#include "sim/founding/settlement.hpp"
#include "sim/year/households.hpp"

namespace homeroom {

/// The sites that the list gives. A list without any gets sites on the square of the city's area,
/// such that schools of equal poverty lie near each other, as neighbourhoods of equal poverty do;
/// where only some are missing, those stay without, and are sited where seats are lacking.
std::vector<std::optional<Site>> sites_of_list(const Place& place,
                                               const HouseholdsParameters& nature,
                                               const Dice& dice);

/// How poor a school is, as far as its list tells: share of low income, else of children who are
/// not White; nothing where neither is known.
std::optional<double> poverty_of(const ListedSchool& school);

}  // namespace homeroom
