// A district of the nation as a place: its families, its land, its schools.
#include <algorithm>
#include <array>

#include "sim/core/arithmetic.hpp"
#include "sim/founding/nation.hpp"
#include "sim/vocabulary/grades.hpp"

namespace homeroom {
namespace {

constexpr int kLastElementary = 5, kLastMiddle = 8;
constexpr double kElementaryGrades = 6, kMiddleGrades = 3, kHighGrades = 4, kAllGrades = 13;

/// Lognormal with mean 1.
double factor(double spread, const Dice& dice, Die die) {
  return exp_of(spread * dice.normal(die, 0, 0) - 0.5 * spread * spread);
}

/// Log-odds of the class, moved by the district's poverty and by chance for each group.
void draw_groups(const Nation& nation, const SizeClass& of, double poverty, const Dice& dice,
                 Place& place) {
  const std::array<double, 5> typical = {
      of.share_black, of.share_hispanic, of.share_white, of.share_asian,
      std::max(0.0, 1.0 - of.share_black - of.share_hispanic - of.share_white - of.share_asian)};
  std::array<double, 5> odds{};
  double total = 0.0;
  for (std::size_t g = 0; g < odds.size(); ++g) {
    const double with_poverty = g < 2 ? nation.poverty_groups * poverty : 0.0;
    const double own =
        nation.spread_groups * dice.normal(Die::DistrictGroup, 0, 0, static_cast<std::uint32_t>(g));
    odds[g] = typical[g] * exp_of(with_poverty + own);
    total += odds[g];
  }
  place.share_black = odds[0] / total;
  place.share_hispanic = odds[1] / total;
  place.share_white = odds[2] / total;
  place.share_asian = odds[3] / total;
}

void draw_families(const Nation& nation, const SizeClass& of, const Dice& dice, Place& place) {
  const double poverty = dice.normal(Die::DistrictPoverty, 0, 0);
  draw_groups(nation, of, poverty, dice, place);
  place.share_low_income =
      logistic(logit(of.share_low_income) + nation.spread_low_income * poverty);
  const double typical = of.share_hispanic + of.share_asian;
  const double here = place.share_hispanic + place.share_asian;
  const double learners = typical > 0.0 ? of.share_english_learner * here / typical : 0.0;
  place.share_english_learner = clamp_to(learners, 0.0, 0.6);
  place.share_special = of.share_special;
  place.share_special_severe = of.share_special_severe;
}

void draw_land(const Nation& nation, const SizeClass& of, int students, int schools,
               const Dice& dice, Place& place) {
  place.neighbourhoods =
      std::clamp(1 + static_cast<int>(nation.neighbourhoods_per_school * schools), 1, 2000);
  const double area = students / of.density * factor(nation.spread_area, dice, Die::DistrictArea);
  place.area_km2 = clamp_to(area, 1.0, 20000.0);
  place.field_correlation_km = clamp_to(nation.field_width * sqrt_of(place.area_km2), 0.1, 50.0);
  place.segregation_race = clamp_to(
      of.segregation_race * factor(nation.spread_segregation, dice, Die::DistrictSegregation), 0.0,
      4.0);
  place.market_pay =
      clamp_to(of.market_pay * factor(nation.spread_pay, dice, Die::DistrictPay), 0.3, 3.0);
}

/// Schools for so many children: at least one, and none without a child for each of its grades.
int schools_for(const Nation& nation, const SizeClass& of, int students, const Dice& dice) {
  const double size =
      of.school_size / factor(nation.spread_school_size, dice, Die::DistrictSchools);
  const int schools = static_cast<int>(students / size + 0.5);
  return std::clamp(schools, 1, std::max(1, students / static_cast<int>(kAllGrades)));
}

class SchoolList {
 public:
  SchoolList(const Nation& nation, Place& place) : nation_(nation), place_(place) {}

  void add(const std::string& model, const char* name, int count, double students, int first,
           int last) {
    if (count <= 0) return;
    SchoolGroup group;
    group.model = model;
    group.name = name;
    group.count = count;
    group.students = students;
    group.first_grade = first;
    group.last_grade = last;
    group.size_spread = nation_.size_spread;
    place_.schools.push_back(group);
  }

 private:
  const Nation& nation_;
  Place& place_;
};

/// Schools of choice and their children, by span.
struct OfChoice {
  int lower = 0, high = 0;  ///< schools of K-8 and 9-12
  double in_lower = 0, in_high = 0;
};

/// Three in ten are high schools, as their grades are of all.
OfChoice schools_of_choice(const Nation& nation, const SizeClass& of, int students, int schools,
                           const Dice& dice) {
  constexpr int kFewest = 4;  // one of choice beside one of each level
  OfChoice choice;
  if (nation.choice_model.empty() || schools < kFewest) return choice;
  if (!dice.happens(of.choice_districts, Die::DistrictChoice, 0, 0)) return choice;
  const int most = schools - (kFewest - 1);
  const int all = std::clamp(static_cast<int>(of.choice_share * schools + 0.5), 1, most);
  choice.high = static_cast<int>(all * kHighGrades / kAllGrades);
  choice.lower = all - choice.high;
  const double each = of.choice_share * students / all;
  choice.in_lower = each * choice.lower;
  choice.in_high = each * choice.high;
  return choice;
}

/// One school for all, two that share the grades, or schools of three levels; children of each
/// grade are as many as of any other.
void list_schools(const Nation& nation, const SizeClass& of, int students, int schools,
                  const Dice& dice, Place& place) {
  SchoolList list(nation, place);
  if (schools == 1) return list.add(nation.model, "School", 1, students, 0, kLastGrade);
  if (schools == 2) {
    const double lower = students * (kElementaryGrades + 1) / kAllGrades;
    list.add(nation.model, "Elementary", 1, lower, 0, kLastElementary + 1);
    return list.add(nation.model, "High", 1, students - lower, kLastElementary + 2, kLastGrade);
  }
  const OfChoice choice = schools_of_choice(nation, of, students, schools, dice);
  const int own = schools - choice.lower - choice.high;
  const int elementary =
      std::clamp(static_cast<int>(nation.elementary_schools * own + 0.5), 1, own - 2);
  const int middle =
      std::clamp(static_cast<int>(nation.middle_schools * own + 0.5), 1, own - elementary - 1);
  const double lower_grades = kElementaryGrades + kMiddleGrades;
  list.add(nation.model, "Elementary", elementary,
           students * kElementaryGrades / kAllGrades -
               choice.in_lower * kElementaryGrades / lower_grades,
           0, kLastElementary);
  list.add(nation.model, "Middle", middle,
           students * kMiddleGrades / kAllGrades - choice.in_lower * kMiddleGrades / lower_grades,
           kLastElementary + 1, kLastMiddle);
  list.add(nation.model, "High", own - elementary - middle,
           students * kHighGrades / kAllGrades - choice.in_high, kLastMiddle + 1, kLastGrade);
  list.add(nation.choice_model, "Choice K-8", choice.lower, choice.in_lower, 0, kLastMiddle);
  list.add(nation.choice_model, "Choice high", choice.high, choice.in_high, kLastMiddle + 1,
           kLastGrade);
}

}  // namespace

Place draw_district(const Nation& nation, const Place& common, const DistrictPlan& plan,
                    const Dice& dice) {
  const SizeClass& of = nation.classes[plan.size_class];
  Place place = common;
  place.title = common.title + ", district " + std::to_string(plan.number);
  const int schools = schools_for(nation, of, plan.students, dice);
  draw_families(nation, of, dice, place);
  draw_land(nation, of, plan.students, schools, dice, place);
  list_schools(nation, of, plan.students, schools, dice, place);
  return place;
}

}  // namespace homeroom
