// A nation as a distribution of districts: how many of each size there are, and in what they
// differ. A district is drawn from it with dice of its own, and is then a place like any other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/core/described.hpp"
#include "sim/founding/place.hpp"

namespace homeroom {

/// Districts with about as many children.
struct SizeClass {
  std::string name;
  int count = 0;             ///< districts
  int least = 1, most = 1;   ///< children of a district
  double mean = 1;           ///< children of a district
  double school_size = 500;  ///< children of a school, mean over the class
  // Who lives in the class's districts, typically.
  double share_black = 0, share_hispanic = 0, share_white = 0, share_asian = 0;
  double share_low_income = 0, share_english_learner = 0;
  double share_special = 0, share_special_severe = 0;
  double segregation_race = 0;  ///< as Place::segregation_race, mean over districts
  double density = 100;         ///< children per settled area [1/km2]
  double market_pay = 1;        ///< as Place::market_pay, mean over districts
  double choice_districts = 0;  ///< share of districts with schools of choice
  double choice_share = 0;      ///< children in these, where there are any
  void describe(FieldVisitor& visit);
};

struct Nation {
  int districts = 0;  ///< drawn in proportion to the classes; 0: all
  std::string model, choice_model;
  double elementary_schools = 0, middle_schools = 0;  ///< shares of the district's own schools
  double size_spread = 0;                             ///< of schools within a district
  double neighbourhoods_per_school = 0;
  double field_width = 0;     ///< range of the smooth fields against the width of the area
  double poverty_groups = 0;  ///< what an SD of poverty adds to Black and Hispanic log-odds
  // How far districts of a class differ: SD of logarithms or log-odds.
  double spread_low_income = 0, spread_groups = 0, spread_segregation = 0, spread_area = 0,
         spread_pay = 0, spread_school_size = 0;
  std::vector<SizeClass> classes;

  /// Fields but for the classes, which the reader takes one by one.
  void describe(FieldVisitor& visit);
};

/// What is known of a district before it is founded.
struct DistrictPlan {
  std::uint16_t number = 0;  ///< counted from 1; names its dice
  std::uint16_t size_class = 0;
  int students = 0;
};

/// Most districts that dice can tell apart.
inline constexpr int kMostDistricts = 65535;

/// Districts of every class that are drawn: its own count, or its part of `nation.districts` by
/// largest remainders.
std::vector<int> districts_by_class(const Nation& nation);

/// Children of the district at the point `u` in (0, 1) of its class's distribution: a power law
/// between the class's bounds that has the class's mean.
class DistrictSizes {
 public:
  explicit DistrictSizes(const SizeClass& of);
  int at(double u) const;
  double exponent() const { return exponent_; }  ///< the density falls as x^-(exponent + 1)

 private:
  double least_, past_, exponent_;
};

/// All districts of one replicate, class after class, the largest of each first. Each draws its
/// size from a part of its own of the class's distribution, so that classes keep their totals.
std::vector<DistrictPlan> plan_districts(const Nation& nation, std::uint64_t seed,
                                         std::uint32_t replicate);

/// The district's own dice.
inline Dice dice_of(const DistrictPlan& plan, std::uint64_t seed, std::uint32_t replicate) {
  return Dice(seed, replicate, plan.number);
}

/// The district as a place. `common`: what all districts share.
Place draw_district(const Nation& nation, const Place& common, const DistrictPlan& plan,
                    const Dice& dice);

}  // namespace homeroom
