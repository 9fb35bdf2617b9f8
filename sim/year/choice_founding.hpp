// What the first assignment of a city does beyond a year's: selective schools begin full.
#pragma once

#include "sim/year/choice_priorities.hpp"
#include "sim/year/choice_seating.hpp"

namespace homeroom::choice {

/// Examination seats go to the best results among the children who sat it, at the nearest such
/// school with a seat: before a first test nothing is known that families could prefer by.
void seat_by_examination(const Candidates& candidates, const Families& families,
                         const Priorities& priorities, Filed& filed, Seating& seating);

/// By family, what it wishes if everyone who did not enter a lottery now does.
Buffer<std::uint8_t> everyone_enters(const Families& families);

}  // namespace homeroom::choice
