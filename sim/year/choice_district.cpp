#include "sim/year/choice_district.hpp"

#include <algorithm>

#include "sim/mechanism/deferred_acceptance.hpp"
#include "sim/mechanism/immediate_acceptance.hpp"

namespace homeroom::choice {
namespace {

/// Whether the family asks the district in this round: in a second one those who have a seat by
/// now stay away.
bool asks(const Filed& filed, const Seating& seating, std::size_t family) {
  return filed.district.count[family] > 0 && seating.won[family] == Won::Nothing;
}

/// Builds the market line by line, in columns that have the lines' number already.
class MarketWriter {
 public:
  MarketWriter(const Families& families, const Filed& filed, const Seating& seating,
               const Priorities& priorities, bool zone_counts, DistrictMarket& out)
      : families_(families),
        filed_(filed),
        seating_(seating),
        priorities_(priorities),
        zone_counts_(zone_counts),
        out_(out) {}

  void add_family(std::size_t family, bool own_seat_last) {
    const Lists& lists = filed_.district;
    for (std::size_t place = 0; place < lists.count[family]; ++place) {
      add_school(family, lists.school[lists.at(family, place)]);
    }
    if (own_seat_last) add_own_seat(family);
    out_.family.push_back(static_cast<std::uint32_t>(family));
    out_.market.first.push_back(static_cast<std::uint32_t>(line_));
  }

 private:
  void add(std::size_t program, std::uint64_t priority) {
    out_.market.choice[line_] = static_cast<std::uint32_t>(program);
    out_.market.priority[line_++] = priority;
  }

  // Everyone asks the zone's half first, as Boston did until 2013; this order matters: Dur,
  // Kominers, Pathak and Sonmez (2018), Journal of Political Economy 126: 2457-2479.
  void add_school(std::size_t family, std::size_t school) {
    const std::size_t program = cell_of(school, families_.grade[family]) * out_.halves;
    const Priorities::Halves priority = priorities_.district(family, school);
    add(program, zone_counts_ ? priority.zone : priority.open);
    if (out_.halves == 2) add(program + 1, priority.open);
  }

  void add_own_seat(std::size_t family) {
    const std::size_t program =
        cell_of(seating_.school[family], families_.grade[family]) * out_.halves;
    for (std::size_t half = 0; half < out_.halves; ++half) {
      add(program + half, priorities_.own_seat(family));
    }
  }

  const Families& families_;
  const Filed& filed_;
  const Seating& seating_;
  const Priorities& priorities_;
  const bool zone_counts_;
  DistrictMarket& out_;
  std::size_t line_ = 0;
};

void size_market(const Families& families, const Filed& filed, const Seating& seating,
                 bool immediate, DistrictMarket& out) {
  std::size_t lines = 0, applicants = 0;
  for (std::size_t f = 0; f < families.size(); ++f) {
    if (!asks(filed, seating, f)) continue;
    lines += filed.district.count[f] + (seating.seated(f) && !immediate ? 1u : 0u);
    ++applicants;
  }
  out.market.choice.resize(lines * out.halves);
  out.market.priority.resize(lines * out.halves);
  out.market.first.reserve(applicants + 1);
  out.family.reserve(applicants);
}

/// Seats of every program when `own` of a cell's holders are in the market themselves.
std::vector<std::uint32_t> capacities(const Seating& seating, const std::vector<int>& own,
                                      std::size_t halves, double zone_share) {
  std::vector<std::uint32_t> capacity(seating.left.size() * halves);
  for (std::size_t cell = 0; cell < seating.left.size(); ++cell) {
    const int seats = std::max(own[cell], seating.left[cell] + own[cell]);
    const int kept = halves == 1 ? seats : static_cast<int>(zone_share * seats + 0.5);
    capacity[cell * halves] = static_cast<std::uint32_t>(kept);
    if (halves == 2) capacity[cell * halves + 1] = static_cast<std::uint32_t>(seats - kept);
  }
  return capacity;
}

}  // namespace

DistrictMarket district_market(const Law& law, int year, const Families& families,
                               const Filed& filed, const Seating& seating,
                               const Priorities& priorities) {
  const double zone_share = law.choice.zone_priority.in(year);
  const bool immediate = law.choice.assignment == Assignment::ImmediateAcceptance;
  DistrictMarket out;
  out.halves = zone_share > 0.0 && zone_share < 1.0 ? 2 : 1;
  size_market(families, filed, seating, immediate, out);
  out.market.first.push_back(0);
  std::vector<int> own(seating.left.size(), 0);
  MarketWriter writer(families, filed, seating, priorities, zone_share > 0.0, out);
  for (std::size_t f = 0; f < families.size(); ++f) {
    if (!asks(filed, seating, f)) continue;
    const bool own_last = seating.seated(f) && !immediate;
    if (own_last) ++own[cell_of(seating.school[f], families.grade[f])];
    writer.add_family(f, own_last);
  }
  out.market.capacity = capacities(seating, own, out.halves, zone_share);
  return out;
}

mechanism::Matching match(const Law& law, const DistrictMarket& market) {
  if (law.choice.assignment == Assignment::ImmediateAcceptance) {
    return mechanism::immediate_acceptance(market.market);
  }
  return mechanism::deferred_acceptance(market.market).matching;
}

void seat_winners(const DistrictMarket& market, const mechanism::Matching& matching,
                  const Families& families, Filed& filed, Seating& seating, std::uint8_t offer) {
  for (std::size_t i = 0; i < market.family.size(); ++i) {
    if (matching.rank[i] == mechanism::kUnmatched) continue;
    const std::size_t family = market.family[i];
    const std::size_t place = static_cast<std::size_t>(matching.rank[i]) / market.halves;
    if (place >= filed.district.count[family]) continue;  // the own seat
    seating.win(family, families.grade[family], filed.district, place, Won::District);
    filed.district.offered[filed.district.at(family, place)] = offer;
  }
}

}  // namespace homeroom::choice
