// Two lives of one replicate over the same dice: with offers, and with some of them withheld.
#pragma once

#include <atomic>
#include <functional>
#include <optional>

#include "sim/run/replicate.hpp"

namespace homeroom {

/// What is to be found out.
struct OfferQuestion {
  OffersAsked asked;
  /// Of the children who have any of these offers, the share from whom they are withheld: small
  /// enough, the market hardly feels it; 1: all.
  double share = 1.0;
  /// Where it is given, takes offers out that are not to be withheld; called after the first life.
  std::function<void(Offers&)> pick = {};
  bool microdata = false;  ///< in the life with offers, for an analyst's tables
};

/// Takes each policy year of both lives, whereabouts among its records.
struct OfferReaders {
  YearReader with, without;
};

/// The offers that were withheld; nothing if `stop` was raised. The second life begins from the
/// burnt-in city of the first.
std::optional<Offers> live_with_and_without(const Scenario& scenario, const OfferQuestion& question,
                                            std::uint32_t replicate, const OfferReaders& readers,
                                            const std::atomic<bool>& stop,
                                            const std::function<void()>& year_done);

}  // namespace homeroom
