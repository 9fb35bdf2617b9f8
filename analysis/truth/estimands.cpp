#include "analysis/truth/estimands.hpp"

#include <array>

namespace homeroom::truth {

const EstimandText& text_of(Estimand estimand) {
  static const std::array<EstimandText, kEstimands> texts = {{
      {"level", "model", "level", "state SD", "children in the model's schools"},
      {"growth", "model", "growth", "SD/year", "the same, what this year added"},
      {"proficiency", "model", "proficiency", "points", "the same, of the tested"},
      {"level_left", "left behind", "level", "state SD",
       "children in the district's other schools"},
      {"growth_left", "left behind", "growth", "SD/year", "the same, what this year added"},
      {"proficiency_left", "left behind", "proficiency", "points", "the same, of the tested"},
      {"level_separate", "separate", "level", "state SD",
       "children in other schools that the district does not staff"},
      {"growth_separate", "separate", "growth", "SD/year", "the same, what this year added"},
      {"proficiency_separate", "separate", "proficiency", "points", "the same, of the tested"},
      {"level_city", "city", "level", "state SD", "all children"},
      {"growth_city", "city", "growth", "SD/year", "the same, what this year added"},
      {"proficiency_city", "city", "proficiency", "points", "the same, of the tested"},
      {"level_tested", "model", "level", "state SD",
       "children in the model's schools, each subject in which they were tested"},
      {"growth_tested", "model", "growth", "SD/year",
       "children in the model's schools with scores this year and last"},
      {"growth_newcomers_math", "model", "growth", "SD/year",
       "of these, who came this year, mathematics"},
      {"growth_newcomers_ela", "model", "growth", "SD/year", "of these, who came this year, ELA"},
      {"schools_level", "model", "level", "state SD", "the model's schools, each counted once"},
      {"schools_growth", "model", "growth", "SD/year", "the same, what this year added"},
      {"schools_level_left", "left behind", "level", "state SD",
       "the district's other schools, each counted once"},
      {"schools_growth_left", "left behind", "growth", "SD/year", "the same, what this year added"},
      {"schools_level_separate", "separate", "level", "state SD",
       "other schools that the district does not staff, each counted once"},
      {"schools_growth_separate", "separate", "growth", "SD/year",
       "the same, what this year added"},
      {"schools_level_city", "city", "level", "state SD", "all schools, each counted once"},
      {"schools_growth_city", "city", "growth", "SD/year", "the same, what this year added"},
      {"level_seated", "model", "level", "state SD",
       "children in the model's schools who are there in both lives"},
      {"growth_seated", "model", "growth", "SD/year", "the same, what this year added"},
      {"proficiency_seated", "model", "proficiency", "points", "the same, of the tested"},
      {"offer_math", "lottery", "an offer", "state SD",
       "children with an offer by lot of the year before, against the same without, mathematics"},
      {"offer_ela", "lottery", "an offer", "state SD", "the same, ELA"},
      {"year_math", "lottery", "a year there", "SD/year",
       "the same, by year attended because of the offer, mathematics"},
      {"year_ela", "lottery", "a year there", "SD/year", "the same, ELA"},
      {"growth_matched_math", "model", "growth", "SD/year",
       "newcomers who have a virtual twin, mathematics"},
      {"growth_matched_ela", "model", "growth", "SD/year", "the same, ELA"},
  }};
  return texts[static_cast<std::size_t>(estimand)];
}

}  // namespace homeroom::truth
