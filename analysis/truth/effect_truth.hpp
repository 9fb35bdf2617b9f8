// What a model truly does: the city as it is against the same city, over the same dice, where the
// model's schools produce as the reference does. Children are those whom a group of schools has in
// the city as it is, wherever they are in the other; schools are compared with themselves.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/estimators/virtual_twins.hpp"
#include "analysis/truth/effect_lives.hpp"

namespace homeroom::truth {

enum class Estimand {
  Level,        ///< of children in the model's schools, all grades
  Growth,       ///< this year's
  Proficiency,  ///< of the tested
  LevelLeft,
  GrowthLeft,
  ProficiencyLeft,
  LevelSeparate,
  GrowthSeparate,
  ProficiencySeparate,
  LevelCity,
  GrowthCity,
  ProficiencyCity,
  LevelTested,          ///< of the model's children and subjects that are tested
  GrowthTested,         ///< of its children with scores this year and last
  GrowthNewcomersMath,  ///< of those, who came this year
  GrowthNewcomersEla,
  SchoolsLevel,  ///< mean over the model's schools
  SchoolsGrowth,
  SchoolsLevelLeft,
  SchoolsGrowthLeft,
  SchoolsLevelSeparate,
  SchoolsGrowthSeparate,
  SchoolsLevelCity,
  SchoolsGrowthCity,
  LevelSeated,  ///< of the model's children whom both lives seat in the same school
  GrowthSeated,
  ProficiencySeated,
  OfferMath,  ///< of an offer by lot of the year before, on children of the lottery
  OfferEla,
  YearMath,  ///< the same, a year attended
  YearEla,
  GrowthMatchedMath,  ///< of newcomers who have a virtual twin
  GrowthMatchedEla,
};
inline constexpr std::size_t kEstimands = 33;

struct EstimandText {
  std::string_view key, who, measure, unit, meaning;
};
const EstimandText& text_of(Estimand estimand);

struct EffectTruth {
  std::array<double, kEstimands> value{};     ///< NaN where there is nobody
  int children = 0, tested = 0, schools = 0;  ///< of the model; tested: in any subject
  double elsewhere = 0;  ///< share of these children who are in another school in the other life
  int absent = 0;        ///< children of the city whom the other life does not have
  double attended = 0;   ///< years there because of an offer, a mean; NaN where there was none
  PerSubject<double> matched{};  ///< share of newcomers who have a virtual twin; NaN of nobody
  double of(Estimand estimand) const { return value[static_cast<std::size_t>(estimand)]; }
};

/// Whom a matched comparison compares.
estimators::TwinQuestion twin_question(const EffectQuestion& question, int subject);

EffectTruth effect_truth(const EffectQuestion& question, const EffectLives& lives);

}  // namespace homeroom::truth
