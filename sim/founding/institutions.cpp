#include "sim/founding/found.hpp"

namespace homeroom {

void seat_institutions(World& world, const Place& place, const Law& law) {
  world.office.buy_in = place.buy_in;
  world.office.service_quality = place.service_quality;
  world.office.service_price = 1.0;
  world.office.support_office = law.governance.support_office.in(world.year);
  world.superintendent.commitment = place.commitment;
  world.superintendent.years = static_cast<int>(place.superintendent_years + 0.5);
  world.board.reform_share = place.reform_share;
  world.board.appointer_stance = place.reform_share;
  world.teachers_union.strength = law.governance.union_strength.in(world.year);
  world.teachers_union.stance = place.union_stance;
}

void note_facts(World& world, const Place& place) {
  CityFacts& city = world.city;
  city.leave_rate = place.leave_rate;
  city.share_english_learner = place.share_english_learner;
  city.share_special = place.share_special;
  city.share_special_severe = place.share_special_severe;
  city.supply_per_vacancy = place.supply_per_vacancy;
  city.supply_quality = place.supply_quality;
  city.supply_novice_share = place.supply_novice_share;
  city.market_pay = place.market_pay;
  city.leader_supply = place.leader_supply;
  city.founder_queue = place.founder_queue;
  city.growth_target = place.growth_target;
}

}  // namespace homeroom
