// The bodies above the school, one of each per city.
#pragma once

#include <cstdint>
#include <vector>

namespace homeroom {

struct CentralOffice {
  double buy_in = 0;           ///< buy-in to autonomy [0,1]
  double support_office = 0;   ///< strength of the office for autonomous schools [0,1]
  double compliance_load = 0;  ///< what rules cost a principal's time [share]
  double service_quality = 0;  ///< of the district's services [0,1]
  double service_price = 1;    ///< against the start
  double cash = 0;             ///< the district's own balance [USD]
  double pool_cost = 0;        ///< salaries of teachers without a post this year [USD]
  double revenue = 0;          ///< all dollars in this year [USD]
  double outlay = 0;           ///< all dollars out this year [USD]
  double balance_before = 0;   ///< the district's and all schools' balances a year ago [USD]
  double customers_now = 0;    ///< share of children whom its services reach
  double customers_norm = 0;   ///< that share in the first year
  double resources_now = 0;    ///< the city's useful spending beyond staff [USD/student]
  double resource_norm = 0;    ///< what counts as ordinary; growth's zero in money [USD/student]
  int norm_since = 0;          ///< year in which the norms were first taken; 0: not yet
};

struct Superintendent {
  std::uint64_t person = 0;
  double commitment = 0;  ///< to autonomy [0,1]
  int years = 0;          ///< in post
  bool is_new = false;
};

struct SchoolBoard {
  double reform_share = 0;          ///< of seats [0,1]
  std::vector<double> seat_stance;  ///< by seat, [0,1]
  double closure_memory = 0;        ///< district-run schools closed in four years, share
  std::vector<double> closures;     ///< by year, newest first, share of district-run schools
  double appointer_stance = 0;      ///< of the mayor or whoever appoints
  std::vector<double> city_mean;    ///< mean score by year, newest first [state SD]
  // What the city was like when it was founded: pressure is measured from there.
  double usual_share = -1;      ///< reform share to which the voters return; -1: not yet known
  double usual_opposition = 0;  ///< organised opposition
  double usual_rivals = 0;      ///< share of children outside the district's employ
};

struct Union {
  double strength = 0;  ///< [0,1]
  double stance = 0;    ///< toward autonomy [-1,1]
};

/// What a city is like and no chapter changes: given at founding.
struct CityFacts {
  double leave_rate = 0;  ///< children whose family leaves the city, per year
  double share_english_learner = 0;
  double learner_often = 1;   ///< ratio to that share among Hispanic, Asian and other children
  double learner_seldom = 1;  ///< ratio among Black and White children
  double share_special = 0;
  double share_special_severe = 0;
  double supply_per_vacancy = 2;  ///< outside candidates in an ordinary year, per vacancy
  double supply_quality = 0;      ///< shift of their mean effectiveness [SD/year]
  double supply_novice_share = 0.6;
  double ordinary_vacancies = 0;  ///< vacancies of an ordinary year, fixed at founding
  double market_pay = 1;          ///< pay around the city against the district's
  double leader_supply = 0;       ///< shift of the ordinary pipeline of principals [SD]
  double founder_queue = 4;       ///< founders a year supplied without loss of quality
  double growth_target = 0;       ///< see Place::growth_target [SD/year]
};

}  // namespace homeroom
