#include "sim/year/choice_seats_taken.hpp"

#include <algorithm>

#include "sim/core/parallel.hpp"

namespace homeroom::choice {
namespace {

/// Some neighbouring families, without branches: whether a family's child comes anew is hard to
/// guess.
void write_families(const Families& families, const Seating& seating, std::size_t first,
                    std::size_t past, ChoiceOutcome& outcome) {
  // Columns are named once: one of bytes might be anything, for all that the compiler knows.
  const std::uint32_t* const rows = families.row.data();
  const std::uint8_t* const wishes = families.wish.data();
  const Won* const won_by = seating.won.data();
  const std::uint8_t* const places = seating.place.data();
  const std::uint16_t* const seats = seating.school.data();
  std::uint16_t* __restrict const school = outcome.school.data();
  std::uint8_t* __restrict const rank = outcome.rank.data();
  Arrival* __restrict const arrival = outcome.arrival.data();
  std::uint8_t* __restrict const moved = outcome.moved.data();
  for (std::size_t f = first; f < past; ++f) {
    const std::uint32_t row = rows[f];
    const bool won = won_by[f] != Won::Nothing;
    const bool displaced = (wishes[f] & wish::kDisplaced) != 0;
    const bool comes = won | ((wishes[f] & wish::kSeatless) != 0);
    const auto place = static_cast<std::uint8_t>(places[f] + 1);
    const Arrival how = won ? Arrival::Chosen : Arrival::Assigned;
    const Arrival came = displaced ? Arrival::Displaced : how;
    school[row] = seats[f];
    rank[row] = comes ? (won ? place : kNoRank) : rank[row];
    arrival[row] = comes ? came : Arrival::Continued;
    moved[row] = comes & displaced;
  }
}

}  // namespace

// Rates of first choices are those of the district's lists: a lottery that most must lose is no
// sign of how well the district's choice serves.
void count_lists(const Families& families, const Filed& filed, const Seating& seating,
                 ChoiceOutcome& outcome) {
  int choosers = 0, participants = 0, got_any = 0, got_first = 0, got_top3 = 0;
  for (std::size_t f = 0; f < families.size(); ++f) {
    const bool won = seating.won[f] != Won::Nothing;
    const bool files = won | (filed.district.count[f] > 0) | (filed.lottery.count[f] > 0);
    const bool listed = files & families.has(f, wish::kDistrict);
    choosers += files | families.has(f, wish::kSeatless);
    participants += listed;
    got_any += listed & won;
    got_first += listed & won & (seating.place[f] == 0);
    got_top3 += listed & won & (seating.place[f] < 3);
  }
  outcome.choosers = choosers;
  outcome.participants = participants;
  outcome.got_any = got_any;
  outcome.got_first = got_first;
  outcome.got_top3 = got_top3;
}

void write_seats(const Students& students, const Families& families, const Seating& seating,
                 ChoiceOutcome& outcome) {
  outcome.school.resize(students.size());
  outcome.rank.resize(students.size());
  outcome.arrival.resize(students.size());
  outcome.moved.resize(students.size());
  for_slices(students.size(), [&](std::size_t first, std::size_t past, std::size_t) {
    const std::size_t rows = past - first;
    std::copy_n(students.school.data() + first, rows, outcome.school.data() + first);
    std::copy_n(students.rank.data() + first, rows, outcome.rank.data() + first);
    std::fill_n(outcome.arrival.data() + first, rows, Arrival::Continued);
    std::fill_n(outcome.moved.data() + first, rows, std::uint8_t{0});
  });
  for_slices(families.size(), [&](std::size_t first, std::size_t past, std::size_t) {
    write_families(families, seating, first, past, outcome);
  });
}

}  // namespace homeroom::choice
