// One replicate of a city, lived with its offers and with some of them withheld: the lottery study
// over its public records, the same study had tests no luck, and the truth of the same offers.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/estimators/lottery_study.hpp"
#include "analysis/truth/offers.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// Schools, years and offers of a study in mathematics.
struct LotteryDesign {
  std::vector<std::string> models;  ///< of the schools, by key
  int applied = 0, outcome = 0;
  estimators::Offer offer = estimators::Offer::Ever;
};

struct LotteryReplicate {
  estimators::LotteryStudy study;
  /// The study with what schools taught in the place of scores: no luck of tests or of classes.
  estimators::LotteryStudy of_taught;
  std::vector<truth::OfferYear> truth;  ///< from the year of applying on
};

/// Offers are withheld from a `share` of the study's winners with a score: of each, the lines at
/// all of the schools. They count as in the study, by 1 - p. Nothing where luck decided over no
/// child that sits the test.
std::optional<LotteryReplicate> live_a_lottery(const Scenario& scenario,
                                               const LotteryDesign& design, double share,
                                               std::uint32_t number);

}  // namespace homeroom
