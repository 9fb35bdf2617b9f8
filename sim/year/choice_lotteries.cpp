#include "sim/year/choice_lotteries.hpp"

#include <algorithm>
#include <utility>

#include "sim/mechanism/waiting_lists.hpp"
#include "sim/year/choice_part.hpp"

namespace homeroom::choice {
namespace {

/// Lines that a school does not serve go to a program without seats; each line of a list to
/// another.
void refuse_lines(const Lists& lists, mechanism::Market& market,
                  std::span<const Entrant> entrants) {
  if (lists.refused.empty()) return;
  const std::uint32_t schools = market.programs();
  market.capacity.resize(schools + lists.length, 0);
  for (std::size_t i = 0; i < entrants.size(); ++i) {
    for (std::size_t place = 0; place < entrants[i].listed; ++place) {
      if (!lists.refuses(lists.at(entrants[i].family, place))) continue;
      market.choice[market.first[i] + place] = schools + static_cast<std::uint32_t>(place);
    }
  }
}

/// Programs are the schools. Nobody draws for a school that has seats for all who ask, or none.
mechanism::Market lottery_market(std::span<const Entrant> entrants, const Lists& lists,
                                 const Priorities& priorities, std::vector<std::uint32_t> seats) {
  const std::size_t length = lists.length;
  mechanism::Market market;
  market.capacity = std::move(seats);
  market.first.resize(entrants.size() + 1);
  market.choice.resize(entrants.size() * length);
  Buffer<std::uint32_t> asking(entrants.size() * length);  // by line
  std::uint32_t lines = 0;
  market.first[0] = 0;
  for (std::size_t i = 0; i < entrants.size(); ++i) {
    const std::uint16_t* const listed = lists.school.data() + lists.at(entrants[i].family, 0);
    // Whole lists: those who come next write over what stands beyond the last line.
    for (std::size_t place = 0; place < length; ++place) {
      market.choice[lines + place] = listed[place];
      asking[lines + place] = static_cast<std::uint32_t>(i);
    }
    lines += entrants[i].listed;
    market.first[i + 1] = lines;
  }
  market.choice.resize(lines);
  refuse_lines(lists, market, entrants);
  priorities.lotteries(entrants, asking.data(), mechanism::rationed(market), market);
  return market;
}

/// How many of the schools listed beat what a family has anyway.
std::uint32_t schools_that_beat(float worth, const Lists& lists, const Entrant& entrant) {
  const float* const utility = lists.utility.data() + lists.at(entrant.family, 0);
  std::uint32_t better = 0, beats = 1;
  for (std::size_t place = 0; place < lists.length; ++place) {  // whatever stands beyond the last
    beats &= utility[place] > worth;
    better += beats;
  }
  return std::min<std::uint32_t>(better, entrant.listed);
}

/// The same for all at once, by entrant: offers come in another order, all over memory.
Buffer<std::uint32_t> schools_that_beat(const Seating& seating, const Filed& filed,
                                        const Lists& lists, std::span<const Entrant> entrants) {
  Buffer<std::uint32_t> better(entrants.size());
  for (std::size_t i = 0; i < entrants.size(); ++i) {
    better[i] = schools_that_beat(seating.worth(entrants[i].family, filed), lists, entrants[i]);
  }
  return better;
}

void note_offers(const mechanism::Market& market, const mechanism::WaitingLists& drawn,
                 std::span<const Entrant> entrants, Lists& lists) {
  for (std::size_t i = 0; i < entrants.size(); ++i) {
    for (std::size_t place = 0; place < entrants[i].listed; ++place) {
      const std::size_t line = market.first[i] + place;
      const int offer = drawn.initial_offer[line] ? 2 : drawn.ever_offer[line] ? 1 : 0;
      lists.note_offer(lists.at(entrants[i].family, place), static_cast<std::uint8_t>(offer));
    }
  }
}

}  // namespace

Entrants::Entrants(const Families& families, int grade, const Lists& lists) {
  const TakingPart part(families, grade, [&](std::size_t f) { return lists.count[f] != 0; });
  entrant_ = Buffer<Entrant>(part.count);
  for (std::size_t row = 0; row < part.count; ++row) {
    const std::size_t f = part.family[row];
    Entrant& entrant = entrant_[row];
    entrant.family = static_cast<std::uint32_t>(f);
    entrant.row = families.row[f];
    entrant.generation = families.generation[f];
    entrant.sibling = families.sibling[f];
    entrant.listed = lists.count[f];
  }
}

LotteryCounts draw_lotteries(const Law& law, int year, int grade, const Entrants& all, Lists& lists,
                             const Filed& filed, Seating& seating, const Priorities& priorities,
                             std::vector<std::uint32_t> seats) {
  const std::span<const Entrant> entrants = all.all();
  if (entrants.empty()) return {};
  const mechanism::Market market = lottery_market(entrants, lists, priorities, std::move(seats));
  const auto rounds = static_cast<std::uint32_t>(law.choice.waiting_list_rounds.in(year) + 0.5);
  const Buffer<std::uint32_t> better = schools_that_beat(seating, filed, lists, entrants);
  const auto drawn = mechanism::waiting_lists(market, rounds, {better.data(), better.size()});
  LotteryCounts counts;
  counts.applicants = static_cast<int>(entrants.size());
  counts.offers = static_cast<int>(drawn.applicants_offered);
  for (std::size_t i = 0; i < entrants.size(); ++i) {
    const std::int32_t rank = drawn.matching.rank[i];
    if (rank == mechanism::kUnmatched) continue;
    ++counts.enrolled;
    const std::uint32_t family = entrants[i].family;
    const auto place = static_cast<std::size_t>(rank);
    seating.win(family, grade, lists.school[lists.at(family, place)], place, Won::Lottery);
  }
  if (!lists.offered.empty()) note_offers(market, drawn, entrants, lists);
  return counts;
}

}  // namespace homeroom::choice
