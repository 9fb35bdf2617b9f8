// Choice: families write lists, seats are assigned, every child ends in one open school.
//
// Note. "Families look at who goes there and how far it is, then they rank, then we draw."
//   U_ij = (b_q info_i + b_qB (B_i + b_0)) picture_j + b_v published_j + b_p own_group_ij
//          - b_d[stage] (1 - transport) km_ij + b_f fit_ij + b_s sibling_ij + b_z zoned_ij
//          + b_c own_seat_ij + draw_j special_i + Gumbel_ij
// The picture is last year's level and peers, never effectiveness: Abdulkadiroglu, Pathak,
// Schellenberg and Walters (2020), American Economic Review 110. Children without a seat to keep
// must choose; others keep theirs unless something better is won. In order: the district's round
// (examination schools inside it), separate lotteries with waiting lists, a second round over the
// seats given back, and placement of whoever is left: special needs where the district sends them,
// others at the nearest school with a seat.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/core/described.hpp"
#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"
#include "sim/year/zones.hpp"

namespace homeroom {

struct ChoiceParameters {
  // Utility, in units of the Gumbel taste.
  double picture_information = 0;  ///< per SD of the public picture, of a fully informed family
  double picture_baseline = 0;     ///< further, per SD of family baseline
  double picture_baseline_at = 0;  ///< baseline at which that part is 0 [state SD]
  double places = 0;               ///< per logarithm of open places
  double value_added = 0;          ///< per SD of published value added, where it is published
  double own_group = 0;            ///< per unit of last year's share of the child's own group
  double distance_elementary = 0, distance_middle = 0, distance_high = 0;  ///< per km, a loss
  double fit = 0;  ///< distinct design that suits the child
  double sibling = 0, zoned = 0, incumbent = 0;
  // Whom a family considers.
  int district_candidates = 0;  ///< nearest schools of the district's choice
  int lottery_candidates = 0;   ///< nearest schools with a lottery of their own
  int exam_candidates = 0;      ///< nearest schools that admit by examination
  // Who takes part [logit].
  double participate = 0, participate_information = 0, participate_low_income = 0,
         participate_outreach = 0;
  double outreach_information = 0;  ///< share of missing information that a full campaign supplies
  double transfer = 0,
         transfer_climate = 0;  ///< asking for another school though one's own goes on
  double apply = 0, apply_engagement = 0, apply_low_income = 0, apply_information = 0,
         apply_supply = 0;         ///< entering separate lotteries
  double applicant_taste = 0;      ///< worth of such a school to a family that applies
  double apply_low_income_at = 0;  ///< share of low income at which that part is 0
  double apply_supply_at = 0;      ///< share of seats at which the supply part is 0
  double exam_apply = 0, exam_apply_score = 0, exam_apply_information = 0;
  double exam_noise = 0;        ///< SD of an admission examination's error [state SD]
  double lottery_backfill = 0;  ///< share of vacant seats above the entry grade on offer
  void describe(FieldVisitor& visit);
};

struct ChoiceOutcome {
  // New columns of the student table.
  std::vector<std::uint16_t> school;
  std::vector<Arrival> arrival;
  std::vector<std::uint8_t> rank;   ///< 1 is best; kNoRank: off the list
  std::vector<std::uint8_t> moved;  ///< 1: the school of last year closed
  std::optional<Zones> zones;       ///< redrawn, if schools opened or closed
  // Children who had to choose or filed anything; those of them who filed the district's list; what
  // these got, by the list that won (the district's or the lotteries').
  int choosers = 0, participants = 0, got_first = 0, got_top3 = 0, got_any = 0;
  int unassigned = 0;  ///< children for whom no school had a seat: placed over capacity
  int separate_applicants = 0, separate_offers = 0, separate_enrolled = 0;
  std::vector<Application> applications;
  std::vector<Cutoff> cutoffs;
};

ChoiceOutcome decide_choice(const World& world, const Law& law, const ChoiceParameters& nature,
                            const Dice& dice);
/// Writes columns, zones and counters, and counts enrolment.
void enact(World& world, ChoiceOutcome&& outcome);

/// The first assignment of a city: every child of every grade chooses, nobody holds a seat, and
/// every grade is an entry grade. Separate lotteries fill their seats before anyone is left over.
void assign_first_year(World& world, const Law& law, const ChoiceParameters& nature,
                       const Dice& dice);

}  // namespace homeroom
