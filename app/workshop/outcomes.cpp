#include "app/workshop/outcomes.hpp"

#include "analysis/truth/measures.hpp"
#include "sim/core/words.hpp"
#include "sim/vocabulary/growth_terms.hpp"

namespace homeroom::workshop {
namespace {

struct Shown {
  const char *key, *name, *group;
  Better better;
};

constexpr Better kHigher = Better::Higher, kLower = Better::Lower, kNeither = Better::Neither;

constexpr Shown kShown[] = {
    {"level_math", "True achievement, mathematics", "achievement", kHigher},
    {"level_ela", "True achievement, ELA", "achievement", kHigher},
    {"own_level_math", "The same children, mathematics", "achievement", kHigher},
    {"own_level_ela", "The same children, ELA", "achievement", kHigher},
    {"proficiency_math", "Proficient, mathematics", "achievement", kHigher},
    {"proficiency_ela", "Proficient, ELA", "achievement", kHigher},
    {"latent_growth_math", "True growth, mathematics", "growth", kHigher},
    {"latent_growth_ela", "True growth, ELA", "growth", kHigher},
    {"median_sgp_math", "Growth percentile, mathematics", "growth", kHigher},
    {"median_sgp_ela", "Growth percentile, ELA", "growth", kHigher},
    {"gap_low_income_level_math", "Income gap, mathematics", "gaps", kLower},
    {"gap_low_income_level_ela", "Income gap, ELA", "gaps", kLower},
    {"gap_black_white_level_math", "Black and White, mathematics", "gaps", kLower},
    {"gap_black_white_level_ela", "Black and White, ELA", "gaps", kLower},
    {"gap_hispanic_white_level_math", "Hispanic and White, mathematics", "gaps", kLower},
    {"gap_hispanic_white_level_ela", "Hispanic and White, ELA", "gaps", kLower},
    {"gap_english_learner_level_math", "English learners, mathematics", "gaps", kLower},
    {"gap_english_learner_level_ela", "English learners, ELA", "gaps", kLower},
    {"gap_special_education_level_math", "Special education, mathematics", "gaps", kLower},
    {"gap_special_education_level_ela", "Special education, ELA", "gaps", kLower},
    {"paper_autonomy", "Autonomy on paper", "autonomy", kNeither},
    {"effective_autonomy", "Effective autonomy", "autonomy", kNeither},
    {"friction", "Promised and fought over", "autonomy", kLower},
    {"eroded", "Rights eroded after a champion", "autonomy", kLower},
    {"schools", "Schools", "survival", kNeither},
    {"school_survival", "Schools kept open", "survival", kNeither},
    {"agreement_survival", "Agreements kept", "survival", kNeither},
    {"zone_survival", "Zones kept", "survival", kNeither},
    {"teacher_turnover", "Teachers who left their school", "staff", kLower},
    {"principal_turnover", "Principals who left", "staff", kLower},
    {"novice_share", "Teachers who are novices", "staff", kLower},
    {"forced_placements", "Teachers placed without consent", "staff", kLower},
    {"cost_per_pupil", "Cost per pupil", "money", kLower},
    {"fund_balance", "Balances of schools", "money", kNeither},
    {"pool_cost", "Pay of teachers without a post", "money", kLower},
    {"enrolment_share", "Share of the city's children", "choice", kNeither},
    {"first_choice", "Families who got their first choice", "choice", kHigher},
    {"unassigned", "Children placed beyond seats", "choice", kLower},
};

Outcome outcome_of(const std::string& key, std::string name, std::string group, Better better) {
  const std::size_t position = truth::measure_named(key);
  const truth::Measure& measure = truth::measures()[position];
  return {key, position, std::move(name), std::move(group), measure.unit, measure.meaning, better};
}

std::string in_words(std::string_view word) {
  std::string words = with_blanks(word);
  words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

std::vector<Outcome> listed() {
  std::vector<Outcome> all;
  for (const Shown& one : kShown)
    all.push_back(outcome_of(one.key, one.name, one.group, one.better));
  for (const char* subject : {"math", "ela"}) {
    for (const TermName& term : kTermNames) {
      all.push_back(outcome_of(std::string(term.word) + "_" + subject, in_words(term.word), "terms",
                               Better::Higher));
      all.back().term = true;
    }
  }
  return all;
}

}  // namespace

const std::vector<Outcome>& outcomes() {
  static const std::vector<Outcome> all = listed();
  return all;
}

}  // namespace homeroom::workshop
