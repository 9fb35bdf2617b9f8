#include "sim/year/households.hpp"

namespace homeroom {

void HouseholdsParameters::describe(FieldVisitor& visit) {
  visit.number({"income_white", "log-odds", -4, 4, "odds of low income of White families"},
               income_white);
  visit.number({"white_by_poverty", "log-odds/SD", -3, 3,
                "White families by neighbourhood poverty, at unit segregation"},
               white_by_poverty);
  visit.number({"minority_by_poverty", "log-odds/SD", -3, 3,
                "Black and Hispanic families by neighbourhood poverty, at unit segregation"},
               minority_by_poverty);
  visit.number({"group_field", "log-odds/SD", 0, 3,
                "strength of each group's own field, at unit segregation"},
               group_field);
  visit.number({"rough", "ratio", 0, 3, "SD of a field's rough part against its smooth part"},
               rough);
  visit.number({"population_spread", "log", 0, 2, "SD of log population of neighbourhoods"},
               population_spread);
  visit.number({"learner_seldom", "ratio", 0, 1,
                "English learners among Black and White children against the city's share"},
               learner_seldom);
  visit.number({"school_spacing", "1", 0, 3, "chance in the siting of schools against need"},
               school_spacing);
  visit.number({"school_jitter_km", "km", 0, 5, "SD of a school's place within its neighbourhood"},
               school_jitter_km);
}

}  // namespace homeroom
