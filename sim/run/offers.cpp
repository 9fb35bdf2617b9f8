#include "sim/run/offers.hpp"

#include <algorithm>

#include "sim/chance/draw.hpp"

namespace homeroom {
namespace {

bool by_child(const Offer& one, const Offer& other) {
  return one.seat != other.seat ? one.seat < other.seat : one.school < other.school;
}

bool is_asked(const World& world, const Law& law, const OffersAsked& asked, SchoolId school) {
  const auto among = [](const auto& some, const auto& one) {
    return std::find(some.begin(), some.end(), one) != some.end();
  };
  return among(asked.schools, school) ||
         among(asked.models, law.model(world.schools.model[school]).key);
}

}  // namespace

Offers offers_of(const World& world, const Law& law, const OffersAsked& asked) {
  Offers offers{asked.year};
  const std::uint8_t least = asked.at_once ? 2 : 1;
  for (const Application& application : world.results.applications) {
    if (application.offered < least || !is_asked(world, law, asked, application.school)) continue;
    offers.all.push_back(
        {application.row, world.students.arrived[application.row], application.school});
  }
  std::sort(offers.all.begin(), offers.all.end(), by_child);
  return offers;
}

Offers share_of(const Offers& offers, double share, std::uint64_t seed, std::uint32_t replicate) {
  const Dice dice(seed, replicate);
  Offers some{offers.year};
  for (const Offer& offer : offers.all) {
    const std::uint64_t who = who_of(offer.seat, static_cast<std::uint32_t>(offer.arrived));
    if (dice.happens(share, Die::OfferWithheld, offers.year, who)) some.all.push_back(offer);
  }
  return some;
}

Offers at_all_of(const Offers& offers, const std::vector<SchoolId>& schools) {
  Offers all{offers.year};
  for (std::size_t i = 0; i < offers.all.size(); ++i) {
    const Offer& offer = offers.all[i];
    if (i > 0 && offers.all[i - 1].seat == offer.seat) continue;
    for (const SchoolId school : schools) all.all.push_back({offer.seat, offer.arrived, school});
  }
  return all;
}

}  // namespace homeroom
