#include "sim/year/choice_lotteries.hpp"

#include <algorithm>
#include <utility>

#include "sim/mechanism/waiting_lists.hpp"

namespace homeroom::choice {
namespace {

struct LotteryMarket {
  mechanism::Market market;
  std::vector<std::uint32_t> family;        ///< by applicant
  std::vector<std::uint32_t> outside_rank;  ///< schools listed that beat the seat held
};

std::uint32_t schools_that_beat_seat(const Lists& lists, float worth, std::size_t family) {
  std::uint32_t better = 0;
  while (better < lists.count[family] && lists.utility[lists.at(family, better)] > worth) {
    ++better;
  }
  return better;
}

/// Lines that a school does not serve go to a program without seats; each line of a list to
/// another.
void refuse_lines(const Lists& lists, mechanism::Market& market,
                  const std::vector<std::uint32_t>& family) {
  if (lists.refused.empty()) return;
  const std::uint32_t schools = market.programs();
  market.capacity.resize(schools + lists.length, 0);
  for (std::size_t i = 0; i < family.size(); ++i) {
    for (std::size_t place = 0; place < lists.count[family[i]]; ++place) {
      if (!lists.refuses(lists.at(family[i], place))) continue;
      market.choice[market.first[i] + place] = schools + static_cast<std::uint32_t>(place);
    }
  }
}

/// Programs are the schools.
LotteryMarket lottery_market(int grade, const Families& families, const Lists& lists,
                             const Filed& filed, const Seating& seating,
                             const Priorities& priorities, std::vector<std::uint32_t> seats) {
  LotteryMarket out;
  mechanism::Market& market = out.market;
  const std::vector<std::uint32_t>& in_grade = families.in_grade[static_cast<std::size_t>(grade)];
  std::vector<std::uint32_t> asking;  // by line
  std::size_t lines = 0;
  for (const std::uint32_t f : in_grade) lines += lists.count[f];
  for (auto* column : {&asking, &market.choice}) column->reserve(lines);
  market.first.push_back(0);
  for (const std::uint32_t f : in_grade) {
    if (lists.count[f] == 0) continue;
    for (std::size_t place = 0; place < lists.count[f]; ++place) {
      asking.push_back(f);
      market.choice.push_back(lists.school[lists.at(f, place)]);
    }
    market.first.push_back(static_cast<std::uint32_t>(market.choice.size()));
    out.family.push_back(f);
    out.outside_rank.push_back(schools_that_beat_seat(lists, seating.worth(f, filed), f));
  }
  market.priority = priorities.lotteries(asking, market.choice);
  market.capacity = std::move(seats);
  refuse_lines(lists, market, out.family);
  return out;
}

}  // namespace

LotteryCounts draw_lotteries(const Law& law, int year, int grade, const Families& families,
                             Lists& lists, const Filed& filed, Seating& seating,
                             const Priorities& priorities, std::vector<std::uint32_t> seats) {
  const LotteryMarket lottery =
      lottery_market(grade, families, lists, filed, seating, priorities, std::move(seats));
  if (lottery.family.empty()) return {};
  const auto rounds = static_cast<std::uint32_t>(law.choice.waiting_list_rounds.in(year) + 0.5);
  const auto drawn = mechanism::waiting_lists(lottery.market, rounds, lottery.outside_rank);
  LotteryCounts counts;
  counts.applicants = static_cast<int>(lottery.family.size());
  for (std::size_t i = 0; i < lottery.family.size(); ++i) {
    const std::size_t family = lottery.family[i];
    bool offered = false;
    for (std::size_t place = 0; place < lists.count[family]; ++place) {
      const std::size_t line = lottery.market.first[i] + place;
      const auto offer = static_cast<std::uint8_t>(drawn.initial_offer[line] ? 2
                                                   : drawn.ever_offer[line]  ? 1
                                                                             : 0);
      lists.note_offer(lists.at(family, place), offer);
      offered |= offer != 0;
    }
    counts.offers += offered;
    const std::int32_t rank = drawn.matching.rank[i];
    if (rank == mechanism::kUnmatched) continue;
    ++counts.enrolled;
    const auto place = static_cast<std::size_t>(rank);
    seating.win(family, grade, lists.school[lists.at(family, place)], place, Won::Lottery);
  }
  return counts;
}

}  // namespace homeroom::choice
