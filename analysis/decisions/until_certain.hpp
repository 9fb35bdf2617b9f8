// How many replicates more, until it is certain which policy is best.
//
// The ranking is tested after every batch, as often as one likes; what is said to be certain at
// level P is wrong in no more than 1 - P of sweeps, whenever they stop. For each rival the paired
// differences make a Bayes factor of Student's t with a normal prior on the effect's size and
// the right Haar prior on the variance: against "no difference" that is a test martingale, which
// passes 1 / alpha with a probability of alpha at most, at any time (Ville 1939; Lai 1976, Annals
// of Statistics 4(2); Hendriksen, de Heide and Gruenwald 2021, Bayesian Analysis 16(3)). Exact for
// normal differences of any variance. Decision 0033.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace homeroom::decisions {

/// The first policy less one rival, turned so that above 0 is better for the first: one value for
/// each replicate, the mean over all futures. Replicates are independent of each other.
using ReplicateAdvantages = std::vector<double>;

struct CertaintyAsked {
  double level = 0;      ///< P, between .5 and 1
  std::size_t most = 0;  ///< replicates that the budget allows in all
};

enum class CertaintyState {
  Certain,     ///< the first is better than every rival that is not its equal
  GoOn,        ///< more replicates are needed, and there is budget
  BudgetEnds,  ///< not certain, and no replicate is left
  Alike,       ///< every rival that is left is equal to the first in all replicates: no more help
};

struct RivalCertainty {
  double evidence = 0;     ///< the Bayes factor against "no difference"
  bool certain = false;    ///< evidence passed the threshold, and the first is better
  bool alike = false;      ///< no replicate differs
  std::size_t needed = 0;  ///< replicates in all at which it would pass, by what is seen; 0: never
};

struct Certainty {
  CertaintyState state = CertaintyState::GoOn;
  std::size_t more = 0;  ///< replicates to add now; 0 unless GoOn
  double threshold = 0;  ///< of the evidence: rivals / (1 - P)
  std::vector<RivalCertainty> rivals;
};

/// The evidence of a difference from 0; 1 of fewer than two values.
double evidence_of_difference(const std::vector<double>& values);

/// `rivals`: all of the same number of replicates, one at least. Adds so many that by what is seen
/// it would suffice, but no more than there are. Throws std::invalid_argument where numbers differ,
/// a value is not finite, or the level is not between .5 and 1.
Certainty until_certain(const std::vector<ReplicateAdvantages>& rivals,
                        const CertaintyAsked& asked);

}  // namespace homeroom::decisions
