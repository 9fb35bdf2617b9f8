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
};

struct Union {
  double strength = 0;  ///< [0,1]
  double stance = 0;    ///< toward autonomy [-1,1]
};

struct Authorizer {
  int queue_used = 0;  ///< founders used up in recent years
  double capacity = 0;
};

struct StateReference {
  double mean_change = 0;  ///< reserved shift of the yardstick [state SD]; 0
};

}  // namespace homeroom
