#include "sim/year/choice_district.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include "sim/mechanism/deferred_acceptance_asking.hpp"
#include "sim/mechanism/immediate_acceptance.hpp"

namespace homeroom::choice {
namespace {

std::size_t halves_of(double zone_share) { return zone_share > 0.0 && zone_share < 1.0 ? 2 : 1; }

}  // namespace

DistrictMarket::DistrictMarket(const Law& law, int year, int grade, const GradeAskers& askers,
                               const Seating& seating, const Priorities& priorities)
    : askers_(askers),
      priorities_(priorities),
      zone_counts_(law.choice.zone_priority.in(year) > 0.0),
      immediate_(law.choice.assignment == Assignment::ImmediateAcceptance),
      halves_(halves_of(law.choice.zone_priority.in(year))) {
  offer_seats(law.choice.zone_priority.in(year), grade, seating);
}

/// What is left, and the seats of those who are in the market themselves.
void DistrictMarket::offer_seats(double zone_share, int grade, const Seating& seating) {
  const std::size_t schools = seating.left.size() / kGrades;
  std::vector<int> own(schools + 1, 0);
  if (!immediate_) {
    // Who holds no seat is counted beside the schools: a branch would be guessed wrong.
    static_assert(kNoSchool == std::numeric_limits<std::uint16_t>::max());
    for (const Asker& asker : askers_.asker) ++own[std::min<std::size_t>(asker.own, schools)];
  }
  refusing_ = schools * halves_;
  capacity_.resize(refusing_ + askers_.length * halves_, 0);
  for (std::size_t school = 0; school < schools; ++school) {
    const int left = seating.left[cell_of(school, grade)];
    const int seats = std::max(own[school], left + own[school]);
    const int kept = halves_ == 1 ? seats : static_cast<int>(zone_share * seats + 0.5);
    capacity_[program(school, 0)] = static_cast<std::uint32_t>(kept);
    if (halves_ == 2) capacity_[program(school, 1)] = static_cast<std::uint32_t>(seats - kept);
  }
}

// Everyone asks the zone's half first, as Boston did until 2013; this order matters: Dur,
// Kominers, Pathak and Sonmez (2018), Journal of Political Economy 126: 2457-2479.
bool DistrictMarket::read(std::uint32_t applicant, std::uint32_t place,
                          mechanism::Line& line) const {
  const Asker& asker = askers_.asker[applicant];
  const std::size_t choice = place >> (halves_ - 1), half = place & (halves_ - 1);
  line.priority = Priorities::own_seat(asker.claims);
  if (choice >= asker.listed) {
    if (choice > asker.listed || !lists_own_seat(asker)) return false;
    line.program = static_cast<std::uint32_t>(program(asker.own, half));
    return true;
  }
  const std::uint16_t school = askers_.choices(applicant)[choice];
  if (school == kNoSchool) {
    line.program = static_cast<std::uint32_t>(refusing_ + place);
    return true;
  }
  const Priorities::Halves keys = priorities_.district(asker.claims, school);
  line.priority = zone_counts_ && half == 0 ? keys.zone : keys.open;
  line.program = static_cast<std::uint32_t>(program(school, half));
  return true;
}

/// The same lines as those that are read one by one; a school's halves are looked at together.
bool DistrictMarket::find_below(const std::vector<std::uint64_t>& cutoff, std::uint32_t applicant,
                                std::uint32_t& place, mechanism::Line& line) const {
  const Asker& asker = askers_.asker[applicant];
  const std::uint16_t* const choices = askers_.choices(applicant);
  const bool halved = halves_ == 2;
  bool first = !halved || (place & 1u) == 0;
  for (std::uint32_t choice = place >> halved; choice < asker.listed; ++choice, first = true) {
    const std::uint16_t school = choices[choice];
    if (school == kNoSchool) continue;
    const Priorities::Halves keys = priorities_.district(asker.claims, school);
    const auto program = static_cast<std::uint32_t>(school << halved);
    const std::uint64_t in_first = zone_counts_ ? keys.zone : keys.open;
    const bool takes = first & mechanism::is_below(in_first, cutoff[program]);
    if (!(takes | (halved && mechanism::is_below(keys.open, cutoff[program + halved])))) continue;
    line.program = takes ? program : program + 1;
    line.priority = takes ? in_first : keys.open;
    place = (choice << halved) + !takes;
    return true;
  }
  place = std::max(place, static_cast<std::uint32_t>(asker.listed * halves_));
  return PreferenceLists::find_below(cutoff, applicant, place, line);
}

bool DistrictMarket::comes_first(std::size_t applicant) const {
  const Asker& asker = askers_.asker[applicant];
  const std::uint16_t first = askers_.choices(applicant)[0];
  return (asker.claims.sibling == first) | (zone_counts_ & (asker.claims.zoned == first));
}

/// A counting sort by claim and the highest bits of the lottery number.
std::vector<std::uint32_t> DistrictMarket::order() const {
  constexpr int kBits = 8;
  const auto part = [&](std::size_t i) {
    const std::size_t later = comes_first(i) ? 0 : std::size_t{1} << kBits;
    return later | askers_.asker[i].claims.drawn >> (32 - kBits);
  };
  std::array<std::uint32_t, (2 << kBits) + 1> next{};
  std::vector<std::uint16_t> parts(askers_.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i] = static_cast<std::uint16_t>(part(i));
    ++next[parts[i] + 1u];
  }
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<std::uint32_t> order(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    order[next[parts[i]]++] = static_cast<std::uint32_t>(i);
  }
  return order;
}

mechanism::Matching match(const Law& law, const DistrictMarket& market) {
  if (law.choice.assignment == Assignment::ImmediateAcceptance) {
    return mechanism::immediate_acceptance(mechanism::market_of(market));
  }
  return mechanism::deferred_acceptance_of(market).matching;
}

void seat_winners(const GradeAskers& askers, const mechanism::Matching& matching,
                  std::size_t halves, int grade, Filed& filed, Seating& seating,
                  std::uint8_t offer) {
  for (std::size_t i = 0; i < matching.rank.size(); ++i) {
    if (matching.rank[i] == mechanism::kUnmatched) continue;
    const std::size_t family = askers.asker[i].claims.family;
    const std::size_t place = static_cast<std::size_t>(matching.rank[i]) >> (halves - 1);
    if (place >= askers.asker[i].listed) continue;  // the own seat
    seating.win(family, grade, askers.choices(i)[place], place, Won::District);
    filed.district.note_offer(filed.district.at(family, place), offer);
  }
}

}  // namespace homeroom::choice
