#include "sim/year/choice_seating.hpp"

namespace homeroom::choice {

Seating::Seating(const SchoolsSeen& seen, const Families& families, const Filed& filed)
    : school(families.own),
      worth(filed.fallback),
      won(families.size(), Won::Nothing),
      place(families.size(), 0),
      left(seen.seats) {
  for (std::size_t cell = 0; cell < left.size(); ++cell) left[cell] -= families.holders[cell];
}

void Seating::take(std::size_t family, int grade, std::uint16_t new_school) {
  if (seated(family)) ++left[cell_of(school[family], grade)];
  school[family] = new_school;
  --left[cell_of(new_school, grade)];
}

void Seating::win(std::size_t family, int grade, const Lists& lists, std::size_t place_won,
                  Won from) {
  const std::size_t at = lists.at(family, place_won);
  take(family, grade, lists.school[at]);
  worth[family] = lists.utility[at];
  won[family] = from;
  place[family] = static_cast<std::uint8_t>(place_won);
}

}  // namespace homeroom::choice
