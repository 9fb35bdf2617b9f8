// The patient rule induction method: peels a box off, a twentieth of it at a time, until cases are
// dense within, and pastes back what was peeled too much. Friedman and Fisher (1999), Statistics
// and Computing 9(2); factors of few values by what is gained for each future that is given up
// (Kwakkel and Jaxa-Rozen 2016, Environmental Modelling and Software 79).
#pragma once

#include <vector>

#include "analysis/decisions/factor_levels.hpp"

namespace homeroom::decisions {

/// Futures that are searched, and which of all futures are cases.
struct Cases {
  std::vector<std::size_t> futures;
  std::vector<char> is_case;  ///< by future of all
};

struct BoxCount {
  std::size_t futures = 0, cases = 0;
};
BoxCount count_within(const Box& box, const std::vector<LevelColumn>& columns, const Cases& cases);

/// How much denser cases are within than outside: logarithm of the likelihood ratio of two
/// densities to one (Kulldorff 1997, Communications in Statistics: Theory and Methods 26(6)); 0
/// where they are no denser.
double density_gain(BoxCount within, BoxCount all);

/// Of the boxes along the way of peeling, that of the largest gain, pasted while the gain rises;
/// the best of three ways that peel a twentieth, a tenth and a fifth at a time. Holds a twentieth
/// of the futures, and five, at least.
Box find_box(const std::vector<LevelColumn>& columns, const Cases& cases);

}  // namespace homeroom::decisions
