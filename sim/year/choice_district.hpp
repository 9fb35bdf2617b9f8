// The district's round: for each grade one market over all its schools, examination schools among
// them.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/mechanism/market.hpp"
#include "sim/year/choice_askers.hpp"

namespace homeroom::choice {

/// Everyone of a grade who files the district's list. A child that holds a seat lists it last and
/// is served first there, so nobody can lose a seat (not so under immediate acceptance, where seats
/// held are kept out of the market instead). Programs are the schools. Where a share of seats is
/// kept for the zone, each school is two programs side by side: the zone's half first.
class DistrictMarket final : public mechanism::PreferenceLists {
 public:
  DistrictMarket(const Law& law, int year, int grade, const GradeAskers& askers,
                 const Seating& seating, const Priorities& priorities);

  std::uint32_t applicants() const override { return static_cast<std::uint32_t>(askers_.size()); }
  std::uint32_t programs() const override { return static_cast<std::uint32_t>(capacity_.size()); }
  std::uint32_t capacity(std::uint32_t program) const override { return capacity_[program]; }
  bool read(std::uint32_t applicant, std::uint32_t place, mechanism::Line& line) const override;
  bool find_below(const std::vector<std::uint64_t>& cutoff, std::uint32_t applicant,
                  std::uint32_t& place, mechanism::Line& line) const override;
  /// Those whom their first choice serves first, then the others, by lottery: few who come late
  /// take a seat from those before them.
  std::vector<std::uint32_t> order() const override;

  std::size_t halves() const { return halves_; }

 private:
  void offer_seats(double zone_share, int grade, const Seating& seating);
  bool lists_own_seat(const Asker& asker) const { return !immediate_ && asker.own != kNoSchool; }
  bool comes_first(std::size_t applicant) const;
  std::size_t program(std::size_t school, std::size_t half) const {
    return school * halves_ + half;
  }

  const GradeAskers askers_;
  const Priorities& priorities_;
  const bool zone_counts_, immediate_;
  const std::size_t halves_;
  std::vector<std::uint32_t> capacity_;
  /// First of the programs without seats that lines go to which are refused, one for each place.
  std::size_t refusing_ = 0;
};

/// The law's mechanism.
mechanism::Matching match(const Law& law, const DistrictMarket& market);

/// Seats the winners. `offer`: what an offer of this round is called (see Application::offered).
void seat_winners(const GradeAskers& askers, const mechanism::Matching& matching,
                  std::size_t halves, int grade, Filed& filed, Seating& seating,
                  std::uint8_t offer);

}  // namespace homeroom::choice
