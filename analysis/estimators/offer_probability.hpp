// The chance that a child's list ends in an offer of some schools, where seats are given by
// deferred acceptance and ties are broken by lot.
//
//   single tie-breaking: P(s) = max(0, t_s - max over schools b listed before s of t_b)
//   one lottery a school: P(s) = t_s * product over schools b listed before s of (1 - t_b)
// t: the lottery number up to which the school takes children of this one's priority: 1 where it
// refuses none of them, 0 where it takes none. That is the theorem for large markets of
// Abdulkadiroglu, Angrist, Narita and Pathak (2017), Econometrica 85(5): the greatest t_b is their
// "most informative disqualification", t_s their cutoff tau in a marginal class of priority.
#pragma once

#include <vector>

namespace homeroom::estimators {

enum class TieBreaking { Single, BySchool };

/// A school on a list.
struct ListedSchool {
  double taken = 0;      ///< t
  bool treated = false;  ///< one of the schools whose offer is asked about
};

/// `list`: best first. Offers exclude each other, so that their chances add up.
double offer_probability(const std::vector<ListedSchool>& list, TieBreaking ties);

}  // namespace homeroom::estimators
