// What can be true of a model: every effect that an audit tells, by whom and in what it is.
#pragma once

#include <cstddef>
#include <string_view>

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

}  // namespace homeroom::truth
