#include "sim/year/choice_seating.hpp"

namespace homeroom::choice {

Seating::Seating(const SchoolsSeen& seen, const Families& families)
    : school(families.own.begin(), families.own.end()),
      won(families.size(), Won::Nothing),
      place(families.size(), 0),
      left(seen.seats) {
  for (std::size_t cell = 0; cell < left.size(); ++cell) left[cell] -= families.holders[cell];
}

}  // namespace homeroom::choice
