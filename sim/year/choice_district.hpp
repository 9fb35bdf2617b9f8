// The district's round: for each grade one market over all its schools, examination schools among
// them.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/mechanism/market.hpp"
#include "sim/year/choice_priorities.hpp"
#include "sim/year/choice_seating.hpp"

namespace homeroom::choice {

/// Everyone of a grade who files the district's list. A child that holds a seat lists it last and
/// is served first there, so nobody can lose a seat (not so under immediate acceptance, where seats
/// held are kept out of the market instead). Programs are the schools. Where a share of seats is
/// kept for the zone, each school is two programs side by side: the zone's half first.
class DistrictMarket : public mechanism::PreferenceLists {
 public:
  /// In the `second` round only those ask again who listed a school that has seats by then.
  DistrictMarket(const Law& law, int year, int grade, const Families& families, const Filed& filed,
                 const Seating& seating, const Priorities& priorities, bool second);

  std::uint32_t applicants() const override { return static_cast<std::uint32_t>(family_.size()); }
  std::uint32_t programs() const override { return static_cast<std::uint32_t>(capacity_.size()); }
  std::uint32_t capacity(std::uint32_t program) const override { return capacity_[program]; }
  bool read(std::uint32_t applicant, std::uint32_t place, mechanism::Line& line) const override;
  bool find_below(const std::vector<std::uint64_t>& cutoff, std::uint32_t applicant,
                  std::uint32_t& place, mechanism::Line& line) const override;

  std::size_t halves() const { return halves_; }
  std::size_t cell_of_program(std::size_t program) const {
    return cell_of(program / halves_, grade_);
  }
  std::size_t family(std::size_t applicant) const { return family_[applicant]; }

 private:
  bool asks(std::size_t family, bool second) const;
  bool lists_own_seat(std::size_t family) const;
  void offer_seats(double zone_share);

  const int grade_;
  const Families& families_;
  const Filed& filed_;
  const Seating& seating_;
  const Priorities& priorities_;
  const bool zone_counts_, immediate_;
  const std::size_t halves_;
  std::vector<std::uint32_t> family_;  ///< by applicant
  std::vector<std::uint32_t> capacity_;
  /// First of the programs without seats that lines go to which are refused, one for each place.
  std::size_t refusing_ = 0;
};

/// The law's mechanism.
mechanism::Matching match(const Law& law, const DistrictMarket& market);

/// Seats the winners. `offer`: what an offer of this round is called (see Application::offered).
void seat_winners(const DistrictMarket& market, const mechanism::Matching& matching,
                  const Families& families, Filed& filed, Seating& seating, std::uint8_t offer);

}  // namespace homeroom::choice
