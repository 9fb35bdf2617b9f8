#include "sim/year/choice_founding.hpp"

#include <algorithm>

namespace homeroom::choice {
namespace {

struct Result {
  std::uint64_t key;
  std::uint32_t family;
  friend bool operator<(const Result& a, const Result& b) { return a.key < b.key; }
};

}  // namespace

void seat_by_examination(const Candidates& candidates, const Families& families,
                         const Priorities& priorities, Filed& filed, Seating& seating) {
  std::vector<Result> results;
  const auto cell_of_family = [&](std::size_t f) {
    return home_cell(families.home[f], families.grade[f]);
  };
  for (std::size_t f = 0; f < families.size(); ++f) {
    const std::size_t cell = cell_of_family(f);
    const bool none = candidates.exam[cell] == candidates.lottery[cell];
    if (none || !families.has(f, wish::kExam)) continue;
    const std::size_t nearest = candidates.school[candidates.exam[cell]];
    results.push_back({priorities.district(f, nearest, false), static_cast<std::uint32_t>(f)});
  }
  std::sort(results.begin(), results.end());
  for (const Result& result : results) {
    const std::size_t f = result.family;
    const std::size_t cell = cell_of_family(f);
    for (std::size_t i = candidates.exam[cell]; i < candidates.lottery[cell]; ++i) {
      const std::uint16_t school = candidates.school[i];
      if (seating.left[cell_of(school, families.grade[f])] <= 0) continue;
      seating.take(f, families.grade[f], school);
      seating.won[f] = Won::District;
      // They file no other list.
      filed.district.count[f] = filed.lottery.count[f] = 0;
      break;
    }
  }
}

Buffer<std::uint8_t> everyone_enters(const Families& families) {
  Buffer<std::uint8_t> wishes(families.size());
  for (std::size_t f = 0; f < families.size(); ++f) {
    const bool asked = families.has(f, wish::kLottery);
    wishes[f] = static_cast<std::uint8_t>(wish::kSeatless | (asked ? 0 : wish::kLottery));
  }
  return wishes;
}

}  // namespace homeroom::choice
