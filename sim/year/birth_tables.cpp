#include "sim/year/birth_tables.hpp"

#include <cstdint>

#include "sim/core/arithmetic.hpp"

namespace homeroom {
namespace {

double group_gap(const CohortParameters& nature, Group group) {
  switch (group) {
    case Group::Black:
      return nature.black;
    case Group::Hispanic:
      return nature.hispanic;
    case Group::Asian:
      return nature.asian;
    case Group::Other:
      return nature.other;
    case Group::White:
      return 0.0;
  }
  return 0.0;
}

/// What demographics make of the baseline.
double expected_of(const CohortParameters& nature, std::uint16_t traits) {
  double b = nature.base + group_gap(nature, static_cast<Group>(traits & trait::kGroupMask));
  if (traits & trait::kLowIncome) b += nature.low_income;
  if (traits & trait::kEnglishLearner) b += nature.english_learner;
  if (traits & trait::kSpecialModerate) b += nature.special;
  if (traits & trait::kSpecialSevere) b += nature.severe;
  return b;
}

/// What is left of a spread of 1 when a part of it is shared.
double own_part(double shared) { return sqrt_of(1.0 - shared * shared); }

}  // namespace

// English learners are more frequent among Hispanic, Asian and other children; founding sets both
// ratios so that the city's share holds.
BirthTables::BirthTables(const World& world, const CohortParameters& nature)
    : ela(own_part(nature.subject_correlation)),
      engagement(own_part(nature.engagement_correlation)),
      transient(own_part(nature.transient_correlation)),
      information{nature.information_mean, nature.information_mean + nature.information_low_income},
      housing{0.5, 0.5 - nature.housing_low_income} {
  for (std::size_t traits = 0; traits < expected.size(); ++traits) {
    expected[traits] = expected_of(nature, static_cast<std::uint16_t>(traits));
  }
  for (const double status : world.places.status) poverty.push_back(nature.poverty * status);
  for (const double place : world.places.field) field.push_back(nature.field * place);
  for (int grade = 0; grade < kGrades; ++grade) {
    noise[static_cast<std::size_t>(grade)] = nature.transient * nature.shocks().noise_in(grade);
  }
  for (std::size_t g = 0; g < learner.size(); ++g) {
    const auto group = static_cast<Group>(g);
    const bool often = group == Group::Hispanic || group == Group::Asian || group == Group::Other;
    learner[g] = world.city.share_english_learner *
                 (often ? world.city.learner_often : world.city.learner_seldom);
  }
}

}  // namespace homeroom
