#include "sim/year/choice_district.hpp"

#include <algorithm>

#include "sim/mechanism/deferred_acceptance.hpp"
#include "sim/mechanism/immediate_acceptance.hpp"

namespace homeroom::choice {
namespace {

std::size_t halves_of(double zone_share) { return zone_share > 0.0 && zone_share < 1.0 ? 2 : 1; }

}  // namespace

DistrictMarket::DistrictMarket(const Law& law, int year, int grade, const Families& families,
                               const Filed& filed, const Seating& seating,
                               const Priorities& priorities, bool second)
    : grade_(grade),
      families_(families),
      filed_(filed),
      seating_(seating),
      priorities_(priorities),
      zone_counts_(law.choice.zone_priority.in(year) > 0.0),
      immediate_(law.choice.assignment == Assignment::ImmediateAcceptance),
      halves_(halves_of(law.choice.zone_priority.in(year))) {
  for (const std::uint32_t f : families.in_grade[static_cast<std::size_t>(grade)]) {
    if (asks(f, second)) family_.push_back(f);
  }
  if (!family_.empty()) offer_seats(law.choice.zone_priority.in(year));
}

bool DistrictMarket::asks(std::size_t family, bool second) const {
  const Lists& lists = filed_.district;
  if (lists.count[family] == 0 || seating_.won[family] != Won::Nothing) return false;
  if (!second) return true;
  for (std::size_t place = 0; place < lists.count[family]; ++place) {
    const std::size_t at = lists.at(family, place);
    const std::size_t school = lists.school[at];
    if (!lists.refuses(at) && seating_.left[cell_of(school, grade_)] > 0) return true;
  }
  return false;
}

bool DistrictMarket::lists_own_seat(std::size_t family) const {
  return seating_.seated(family) && !immediate_;
}

/// What is left, and the seats of those who are in the market themselves.
void DistrictMarket::offer_seats(double zone_share) {
  std::vector<int> own(seating_.left.size() / kGrades, 0);
  for (const std::uint32_t f : family_) {
    if (lists_own_seat(f)) ++own[seating_.school[f]];
  }
  capacity_.resize(own.size() * halves_);
  for (std::size_t school = 0; school < own.size(); ++school) {
    const int left = seating_.left[cell_of(school, grade_)];
    const int seats = std::max(own[school], left + own[school]);
    const int kept = halves_ == 1 ? seats : static_cast<int>(zone_share * seats + 0.5);
    capacity_[school * halves_] = static_cast<std::uint32_t>(kept);
    if (halves_ == 2) capacity_[school * halves_ + 1] = static_cast<std::uint32_t>(seats - kept);
  }
  refusing_ = capacity_.size();
  if (!filed_.district.refused.empty()) {
    capacity_.resize(refusing_ + filed_.district.length * halves_, 0);
  }
}

// Everyone asks the zone's half first, as Boston did until 2013; this order matters: Dur,
// Kominers, Pathak and Sonmez (2018), Journal of Political Economy 126: 2457-2479.
bool DistrictMarket::read(std::uint32_t applicant, std::uint32_t place,
                          mechanism::Line& line) const {
  const std::size_t family = family_[applicant];
  const std::size_t choice = place >> (halves_ - 1), half = place & (halves_ - 1);
  const std::size_t listed = filed_.district.count[family];
  if (choice < listed) {
    const std::size_t at = filed_.district.at(family, choice);
    const std::size_t school = filed_.district.school[at];
    const std::uint64_t key = priorities_.district(family, school, zone_counts_ && half == 0);
    const bool refused = filed_.district.refuses(at);
    line = {static_cast<std::uint32_t>(refused ? refusing_ + place : school * halves_ + half), key};
    return true;
  }
  if (choice > listed || !lists_own_seat(family)) return false;
  const std::size_t own = seating_.school[family];
  line = {static_cast<std::uint32_t>(own * halves_ + half), priorities_.own_seat(family)};
  return true;
}

/// The same lines as those that are read one by one; a school's halves are looked at together.
bool DistrictMarket::find_below(const std::vector<std::uint64_t>& cutoff, std::uint32_t applicant,
                                std::uint32_t& place, mechanism::Line& line) const {
  const std::size_t family = family_[applicant];
  const std::size_t listed = filed_.district.count[family];
  const std::uint16_t* const school = &filed_.district.school[filed_.district.at(family, 0)];
  const Priorities::Claims claims = priorities_.claims(family);
  std::size_t half = place & (halves_ - 1);
  for (std::size_t choice = place >> (halves_ - 1); choice < listed; ++choice, half = 0) {
    if (filed_.district.refuses(filed_.district.at(family, choice))) continue;
    const Priorities::Halves keys = priorities_.district(claims, school[choice]);
    const std::size_t program = school[choice] * halves_;
    for (; half < halves_; ++half) {
      const std::uint64_t key = zone_counts_ && half == 0 ? keys.zone : keys.open;
      if (!mechanism::is_below(key, cutoff[program + half])) continue;
      place = static_cast<std::uint32_t>(choice * halves_ + half);
      line = {static_cast<std::uint32_t>(program + half), key};
      return true;
    }
  }
  place = std::max(place, static_cast<std::uint32_t>(listed * halves_));
  return PreferenceLists::find_below(cutoff, applicant, place, line);
}

mechanism::Matching match(const Law& law, const DistrictMarket& market) {
  if (law.choice.assignment == Assignment::ImmediateAcceptance) {
    return mechanism::immediate_acceptance(mechanism::market_of(market));
  }
  return mechanism::deferred_acceptance(market).matching;
}

void seat_winners(const DistrictMarket& market, const mechanism::Matching& matching,
                  const Families& families, Filed& filed, Seating& seating, std::uint8_t offer) {
  for (std::size_t i = 0; i < matching.rank.size(); ++i) {
    if (matching.rank[i] == mechanism::kUnmatched) continue;
    const std::size_t family = market.family(i);
    const std::size_t place = static_cast<std::size_t>(matching.rank[i]) / market.halves();
    if (place >= filed.district.count[family]) continue;  // the own seat
    seating.win(family, families.grade[family], filed.district, place, Won::District);
    filed.district.offered[filed.district.at(family, place)] = offer;
  }
}

}  // namespace homeroom::choice
