// The offers of an application year: noted in one life, withheld in another over the same dice, so
// that the truth of an offer is what both lives differ by.
//
//   ReplicatePlan with;
//   with.keep_burnt_in = true;
//   with.note_offers = OffersAsked{2012, {"pilot"}};
//   const auto one = run_replicate(scenario, with, stop, done);
//   const Offers some = share_of(*one->offers, 0.05, scenario.run.seed, with.replicate);
//   ReplicatePlan without;
//   without.burnt_in = &*one->burnt_in;
//   without.withhold = &some;
//   const auto other = run_replicate(scenario, without, stop, done);
//
// `live_with_and_without` does both. What the lives mean for the children:
// analysis/truth/offers.hpp.
#pragma once

#include <string>
#include <vector>

#include "sim/policy/law.hpp"
#include "sim/vocabulary/offers.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

/// Which offers are meant: those of an application year by schools that have one of the models
/// then, and by schools that are named.
struct OffersAsked {
  int year = 0;
  std::vector<std::string> models = {};  ///< by key
  std::vector<SchoolId> schools = {};
  bool at_once = false;  ///< offers of the first round alone
};

/// Offers of one application year, by seat of the child, then by school.
struct Offers {
  int year = 0;
  std::vector<Offer> all = {};
};

/// Offers of the year that the world has just lived, whose applications must have been kept.
Offers offers_of(const World& world, const Law& law, const OffersAsked& asked);

/// The offers of a random share of the children who have any, of each child all. A child's die is
/// its own: a larger share holds every child of a smaller one, and no other luck moves.
Offers share_of(const Offers& offers, double share, std::uint64_t seed, std::uint32_t replicate);

/// Every line of the children who have any of these offers at all of the schools: withheld, it
/// leaves them as if they had won nowhere.
Offers at_all_of(const Offers& offers, const std::vector<SchoolId>& schools);

}  // namespace homeroom
