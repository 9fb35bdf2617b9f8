#include "sim/year/cohort.hpp"

namespace homeroom {

void CohortParameters::describe(FieldVisitor& visit) {
  const auto gap = [&](std::string_view key, std::string_view text, double& field) {
    visit.number({key, "state SD", -2, 2, text}, field);
  };
  gap("base", "baseline of a child with every other term at 0", base);
  gap("individual", "SD of the individual part of the baseline", individual);
  gap("low_income", "low income, other terms equal", low_income);
  gap("black", "Black against White, other terms equal", black);
  gap("hispanic", "Hispanic against White, other terms equal", hispanic);
  gap("asian", "Asian against White, other terms equal", asian);
  gap("other", "other groups against White, other terms equal", other);
  gap("english_learner", "English learner, other terms equal", english_learner);
  gap("english_learner_ela", "further gap of English learners in ELA", english_learner_ela);
  gap("special", "moderate special needs, other terms equal", special);
  gap("severe", "severe special needs, other terms equal", severe);
  gap("poverty", "one SD of neighbourhood poverty", poverty);
  gap("field", "one SD of the neighbourhood field orthogonal to demographics", field);
  visit.number({"subject_correlation", "1", 0, 1,
                "correlation of the individual part between mathematics and ELA"},
               subject_correlation);
  visit.number({"transient", "state SD", 0, 2, "SD of the transient state v"}, transient);
  visit.number({"transient_correlation", "1", 0, 1,
                "correlation of the transient states in mathematics and ELA"},
               transient_correlation);
  visit.number({"early_noise", "ratio", 1, 3,
                "SD of v in kindergarten against grade 8; it falls in equal steps"},
               early_noise);
  visit.number({"engagement_correlation", "1", -1, 1,
                "correlation of a child's lasting engagement with the individual part"},
               engagement_correlation);
  visit.number({"learner_share", "share", 0, 1, "children whom distinct designs suit"},
               learner_share);
  visit.number({"information_mean", "share", 0, 1, "how well families know their options"},
               information_mean);
  visit.number(
      {"information_low_income", "share", -1, 1, "difference of low-income families' information"},
      information_low_income);
  visit.number({"information_spread", "share", 0, 1, "SD of information between families"},
               information_spread);
  visit.number({"housing_spread", "share", 0, 1, "SD of how settled families' housing is"},
               housing_spread);
  visit.number({"housing_low_income", "share", 0, 1,
                "how much less settled low-income families' housing is"},
               housing_low_income);
  visit.number({"leave_unsettled", "1", 0, 1,
                "how much unsettled housing raises leaving; the city's mean is kept"},
               leave_unsettled);
}

}  // namespace homeroom
