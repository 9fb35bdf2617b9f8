// Who takes part in a grade's market.
#pragma once

#include <cstdint>

#include "sim/year/choice_families.hpp"

namespace homeroom::choice {

/// The families of a grade that take part, ascending.
struct TakingPart {
  Buffer<std::uint32_t> family;
  std::size_t count = 0;

  template <class TakesPart>
  TakingPart(const Families& families, int grade, TakesPart&& takes_part) {
    const FamilyRange all = families.in_grade(grade);
    family = Buffer<std::uint32_t>(all.size());
    // Who does not is written, too, and then overwritten: who does is hard to guess.
    for (std::uint32_t f = all.first; f < all.past; ++f) {
      family[count] = f;
      count += takes_part(f);
    }
  }
};

}  // namespace homeroom::choice
