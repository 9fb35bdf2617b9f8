// Year zero: a place's description becomes a world, with careers and stocks near their stationary
// state. The burn-in that follows is ordinary years.
#pragma once

#include "sim/chance/draw.hpp"
#include "sim/founding/place.hpp"
#include "sim/founding/settlement.hpp"
#include "sim/policy/law.hpp"
#include "sim/year/nature.hpp"

namespace homeroom {

/// A city in the autumn before its first year; `first_year` is that year's spring. The place's
/// schools are those that stand in `policy_year`: until then none of them is closed.
World found(const Place& place, const Law& law, const Nature& nature, const Dice& dice,
            int first_year, int policy_year);

// The parts, in their order.

/// Neighbourhoods on a square of the city's area, with two smooth fields: poverty, and a field
/// orthogonal to poverty and to the demographic shares (see orthogonal_field).
void settle_neighbourhoods(World& world, const Place& place, const HouseholdsParameters& nature,
                           const Dice& dice);
/// The same for a city whose schools are listed: neighbourhoods around the schools of young
/// children, as poor and as mixed as makes the schools look as they are listed.
Settlement settle_around_schools(World& world, const Place& place, const Nature& nature,
                                 const Dice& dice);
/// Fits who lives where once more, by who went where in a trial of the same city.
void settle_again(World& world, const Place& place, const World& trial, Settlement& settlement);
/// Households with group and income, so that the city's shares hold; grades in equal cohorts.
void settle_households(World& world, const Place& place, const Settlement& settlement,
                       const Nature& nature, const Dice& dice);
/// Makes the second field orthogonal to what the households brought.
void orthogonalise_field(World& world);
/// Schools of every group, the listed ones and the opening slots, placed among the neighbourhoods.
void build_schools(World& world, const Place& place, const Settlement& settlement, const Law& law,
                   const HouseholdsParameters& nature, const Dice& dice);
/// What the city is like and no chapter changes.
void note_facts(World& world, const Place& place);
/// Central office, superintendent, board, union.
void seat_institutions(World& world, const Place& place, const Law& law);
/// Principals, designs, rights and slow states of schools as they stand when the burn-in begins.
void lead_schools(World& world, const Law& law, const Nature& nature, const Dice& dice);
/// Every post filled from the career that is stationary in its school; vacancies come with the
/// first year.
void hire_first_staff(World& world, const Law& law, const StaffingParameters& nature,
                      const Dice& dice);
/// The climate at which each school would rest as it stands: with its leader, staff and children,
/// and ordinary turnover.
void settle_climate(World& world, const Law& law, const ClimateParameters& nature);

}  // namespace homeroom
