// What the rounds came to: where every child goes to school, and how well lists were served.
#pragma once

#include "sim/year/choice_seating.hpp"

namespace homeroom::choice {

/// Counts who filed lists and who got what.
void count_lists(const Families& families, const Filed& filed, const Seating& seating,
                 ChoiceOutcome& outcome);

/// Writes school, place in the list and way of coming of every child; whoever is not among the
/// choosing families goes on at school.
void write_seats(const Students& students, const Families& families, const Seating& seating,
                 ChoiceOutcome& outcome);

}  // namespace homeroom::choice
