// Who takes part in a market, grade by grade.
#pragma once

#include <cstdint>

#include "sim/year/choice_families.hpp"

namespace homeroom::choice {

/// Rows of a table in which families that take part stand grade after grade, within a grade
/// ascending; and these families, ascending, in which order they are read.
struct TakingPart {
  Buffer<std::uint32_t> family;
  std::size_t count = 0;
  PerGrade<std::size_t> first{}, size{};

  template <class TakesPart>
  TakingPart(const Families& families, TakesPart&& takes_part) : family(families.size()) {
    // Who does not is written, too, and then overwritten: who does is hard to guess.
    for (std::size_t f = 0; f < families.size(); ++f) {
      const bool here = takes_part(f);
      family[count] = static_cast<std::uint32_t>(f);
      count += here;
      size[families.grade[f]] += here;
    }
    for (std::size_t grade = 1; grade < kGrades; ++grade) {
      first[grade] = first[grade - 1] + size[grade - 1];
    }
  }

  /// Calls `write(family, row)` for all who take part.
  template <class Write>
  void for_each(const Families& families, Write&& write) const {
    PerGrade<std::size_t> next = first;
    for (std::size_t i = 0; i < count; ++i) write(family[i], next[families.grade[family[i]]]++);
  }
};

}  // namespace homeroom::choice
