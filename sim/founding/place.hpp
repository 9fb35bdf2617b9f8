// A city as its marginals: how many children, who they are, how they live apart, which schools
// stand there, and in what state its institutions begin. Data of a place, never of an equation.
#pragma once

#include <string>
#include <vector>

#include "sim/core/described.hpp"
#include "sim/founding/listed_school.hpp"

namespace homeroom {

/// Schools of one model and grade span.
struct SchoolGroup {
  std::string model;
  std::string second_model;  ///< model of double status, else empty
  std::string name;          ///< stem of the schools' names
  std::string zone;          ///< zone or network that the group's schools form; empty: none
  int count = 0;
  double students = 0;  ///< children in all schools of the group
  int first_grade = 0;
  int last_grade = 5;
  double size_spread = 0.3;  ///< coefficient of variation of school sizes
  int opened_first = 1900;   ///< schools opened, or converted, evenly between these years
  int opened_last = 1900;
  bool selective = false;    ///< admits by examination
  double further_seats = 0;  ///< beyond the place's seat_slack, share of enrolment
  double affluence = 0;      ///< stands in better-off (+) or poorer (-) neighbourhoods [SD]
  void describe(FieldVisitor& visit);
};

/// The year in which the i-th of `count` schools opens that open evenly from `first` to `last`:
/// the middle of its share of them, so that their mean hangs on no count.
inline int opened_evenly(int first, int last, int i, int count) {
  return first + (2 * i + 1) * (last - first + 1) / (2 * count);
}

struct Place {
  std::string title;  ///< the city's name in tables
  // Children.
  double share_black = 0, share_hispanic = 0, share_white = 0, share_asian = 0;
  double share_low_income = 0, share_english_learner = 0;
  double share_special = 0, share_special_severe = 0;
  double leave_rate = 0;     ///< children whose family leaves the city, per year
  double sibling_share = 0;  ///< pairs of household rows that are one family
  // Where they live.
  int neighbourhoods = 60;
  double area_km2 = 100;
  double segregation_race = 0;      ///< SD of group log-odds between neighbourhoods
  double segregation_income = 0;    ///< SD of low-income log-odds between neighbourhoods
  double field_correlation_km = 2;  ///< range of the smooth fields [km]
  // Seats.
  double seat_slack = 0.06;  ///< seats beyond enrolment, share
  int opening_slots = 10;    ///< schools that may open while the simulation runs
  // Teachers.
  double supply_per_vacancy = 2;  ///< outside candidates in an ordinary year, per vacancy
  double supply_quality = 0;      ///< shift of outside candidates' mean effectiveness [SD/year]
  double supply_novice_share = 0.6;
  double market_pay = 1;  ///< pay around the city against the district's
  // Leaders.
  double leader_supply = 0;  ///< shift of the ordinary pipeline's mean [SD]
  double founder_queue = 4;  ///< founders a year whom the city can supply without loss
  // Institutions at the start.
  double buy_in = 0.45;
  double commitment = 0.4;
  double superintendent_years = 1;
  double reform_share = 0.4;
  double union_stance = -0.2;  ///< toward autonomy [-1,1]
  double service_quality = 0.5;
  double growth_target = 0;  ///< mean growth against the state's typical school, if cited [SD/year]
  std::vector<SchoolGroup> schools;
  std::vector<ListedSchool> school_list;  ///< beside the groups, or in their stead

  /// Children of all groups and listed schools.
  double children() const;
  /// Fields but for the groups and listed schools, which the reader takes one by one.
  void describe(FieldVisitor& visit);
};

}  // namespace homeroom
