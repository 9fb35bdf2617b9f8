// Offers of a lottery that are withheld in a third life of an audited city.
#pragma once

#include "analysis/truth/effect_lives.hpp"
#include "analysis/truth/offers.hpp"
#include "sim/run/offers.hpp"

namespace homeroom::app {

struct Withheld {
  Offers offers;  ///< lines that are refused: of a child, those of all schools of the model
  truth::OfferCount count;
};

/// Of `made`, the offers of a fifth of the children over whom luck decided and who sit the test of
/// the year after: few enough for the market not to feel it. A child counts as it does in a lottery
/// study. `panel` has the year of the offers.
Withheld withheld_offers(const Offers& made, const panel::Panel& panel,
                         const truth::EffectQuestion& question, std::uint64_t seed,
                         std::uint32_t replicate);

}  // namespace homeroom::app
