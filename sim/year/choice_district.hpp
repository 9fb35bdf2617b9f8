// The district's round: one market over all its schools, examination schools among them.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/mechanism/market.hpp"
#include "sim/year/choice_priorities.hpp"
#include "sim/year/choice_seating.hpp"

namespace homeroom::choice {

/// Programs are the cells of school and grade. Where a share of seats is kept for the zone, each
/// cell is two programs side by side: the zone's half first.
struct DistrictMarket {
  mechanism::Market market;
  std::vector<std::uint32_t> family;  ///< by applicant
  std::size_t halves = 1;

  std::size_t cell_of_program(std::size_t program) const { return program / halves; }
};

/// Everyone who files the district's list. A child that holds a seat lists it last and is served
/// first there, so nobody can lose a seat (not so under immediate acceptance, where seats held are
/// kept out of the market instead).
DistrictMarket district_market(const Law& law, int year, const Families& families,
                               const Filed& filed, const Seating& seating,
                               const Priorities& priorities);

/// The law's mechanism.
mechanism::Matching match(const Law& law, const DistrictMarket& market);

/// Seats the winners. `offer`: what an offer of this round is called (see Application::offered).
void seat_winners(const DistrictMarket& market, const mechanism::Matching& matching,
                  const Families& families, Filed& filed, Seating& seating, std::uint8_t offer);

}  // namespace homeroom::choice
