#include "tests/support/drawn_market.hpp"

#include <algorithm>

#include "sim/mechanism/deferred_acceptance.hpp"
#include "sim/mechanism/immediate_acceptance.hpp"

namespace homeroom::estimators {
namespace {

constexpr int kYear = 2015;

/// Class, number, applicant, as the district's keys are built.
std::uint64_t key_of(int served, std::uint32_t draw, std::size_t applicant) {
  return (static_cast<std::uint64_t>(served) << 56) | (static_cast<std::uint64_t>(draw) << 24) |
         applicant;
}

void add_line(std::size_t applicant, std::size_t place, const ListedPlace& listed,
              std::uint32_t draw, panel::Applications& made) {
  made.student.push_back(static_cast<int>(applicant));
  made.rank.push_back(static_cast<int>(place) + 1);
  made.school.push_back(listed.school);
  made.grade.push_back(6);
  made.served.push_back(listed.served);
  made.number.push_back((static_cast<double>(draw) + 0.5) * 0x1p-32);
  made.offered.push_back(0);
  made.offered_ever.push_back(0);
}

}  // namespace

panel::Applications draw_assignment(const ListsOfPlaces& lists, const std::vector<int>& seats,
                                    Assignment assignment, TieBreaking ties, const Dice& dice) {
  panel::Applications made;
  mechanism::Market market;
  market.capacity.assign(seats.begin(), seats.end());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    market.first.push_back(static_cast<std::uint32_t>(made.size()));
    for (std::size_t place = 0; place < lists[i].size(); ++place) {
      const ListedPlace& listed = lists[i][place];
      const auto lottery =
          static_cast<std::uint32_t>(ties == TieBreaking::Single ? 0 : listed.school + 1);
      const std::uint32_t draw =
          dice.word(Die::Lottery, kYear, static_cast<std::uint32_t>(i), lottery);
      market.choice.push_back(static_cast<std::uint32_t>(listed.school));
      market.priority.push_back(key_of(listed.served, draw, i));
      add_line(i, place, listed, draw, made);
    }
  }
  market.first.push_back(static_cast<std::uint32_t>(made.size()));
  const mechanism::Matching matching = assignment == Assignment::DeferredAcceptance
                                           ? mechanism::deferred_acceptance(market).matching
                                           : mechanism::immediate_acceptance(market);
  for (std::size_t i = 0; i < lists.size(); ++i) {
    if (matching.rank[i] == mechanism::kUnmatched) continue;
    const std::size_t line = market.first[i] + static_cast<std::size_t>(matching.rank[i]);
    made.offered[line] = made.offered_ever[line] = 1;
  }
  return made;
}

panel::Applications draw_lotteries(const ListsOfPlaces& lists, const std::vector<int>& seats,
                                   const Dice& dice) {
  panel::Applications made;
  std::vector<std::vector<std::pair<std::uint64_t, std::size_t>>> queues(seats.size());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    for (std::size_t place = 0; place < lists[i].size(); ++place) {
      const ListedPlace& listed = lists[i][place];
      const std::uint32_t draw = dice.word(Die::LotteryOwn, kYear, static_cast<std::uint32_t>(i),
                                           static_cast<std::uint32_t>(listed.school));
      queues[static_cast<std::size_t>(listed.school)].emplace_back(key_of(listed.served, draw, i),
                                                                   made.size());
      add_line(i, place, listed, draw, made);
    }
  }
  for (std::size_t school = 0; school < seats.size(); ++school) {
    auto& queue = queues[school];
    std::sort(queue.begin(), queue.end());
    const auto at_once = static_cast<std::size_t>(seats[school]);
    for (std::size_t place = 0; place < queue.size(); ++place) {
      made.offered[queue[place].second] = place < at_once;
      made.offered_ever[queue[place].second] = place < at_once + at_once / 3;
    }
  }
  return made;
}

}  // namespace homeroom::estimators
