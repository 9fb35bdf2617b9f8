// Schools of special education take no lists: the district gives their seats to children whose
// plans ask for them, before any other round.
//
// Note. "Our son's plan names his school; there was no form to fill in."
// Source. Individuals with Disabilities Education Act, 34 CFR 300.116: placement is decided by the
// child's team.
#pragma once

#include "sim/year/choice_priorities.hpp"
#include "sim/year/choice_seating.hpp"
#include "sim/year/choice_utility.hpp"

namespace homeroom::choice {

/// A child with special needs and no seat yet.
struct InNeed {
  bool moderate;
  std::uint64_t key;  ///< of a leftover
  std::uint32_t family;
  friend bool operator<(const InNeed& a, const InNeed& b) {
    return a.moderate != b.moderate ? b.moderate : a.key < b.key;
  }
};
/// Those of a grade: severe needs first, then in the order of leftovers.
std::vector<InNeed> children_in_need(const Utility& utility, int grade, const Families& families,
                                     const Priorities& priorities, const Seating& seating);

/// Seats children of the grade who hold no seat and have special needs in the special schools with
/// seats left, severe needs first, then in the order of leftovers; each in the nearest. They file
/// no list.
void place_in_special_schools(const Utility& utility, int grade, const Families& families,
                              const Priorities& priorities, Filed& filed, Seating& seating);

/// Fills what the rounds have left of these seats with children of severe needs from other schools,
/// in an order of its own by year. Whoever is referred leaves the old seat empty for this year.
void refer_to_special_schools(const Utility& utility, Seating& seating, ChoiceOutcome& outcome);

}  // namespace homeroom::choice
