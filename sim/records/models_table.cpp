#include "sim/records/public_tables.hpp"

namespace homeroom {
namespace {

constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
constexpr auto T = ColumnKind::Text;
using Field = ColumnDefinition;

constexpr std::string_view kNoChildren = "no children enrolled";
constexpr std::string_view kNobodyTested = "nobody was tested";
constexpr std::string_view kNoGrowth = "too few children with prior scores";

}  // namespace

const TableDefinition& models_table() {
  static const TableDefinition table = {
      "models",
      with_key(
          {{"model", T, "", "key of the school model"},
           {"schools", W, "schools", "schools of the model that taught in the year"},
           {"enrolment", W, "students", "children enrolled in autumn"},
           Field{"pct_low_income", N, "%", "low income, of enrolment"}.or_empty(kNoChildren),
           Field{"proficiency_math", N, "%", "at or above the state's cut, of tested"}.or_empty(
               kNobodyTested),
           Field{"proficiency_ela", N, "%", "the same in ELA"}.or_empty(kNobodyTested),
           Field{"mean_score_math", N, "state SD", "mean measured score of tested children"}
               .or_empty(kNobodyTested),
           Field{"mean_score_ela", N, "state SD", "the same in ELA"}.or_empty(kNobodyTested),
           Field{"median_sgp_math", N, "percentile",
                 "mean of schools' median growth percentiles, weighted by children with growth"}
               .or_empty(kNoGrowth),
           Field{"median_sgp_ela", N, "percentile", "the same in ELA"}.or_empty(kNoGrowth),
           Field{"value_added", N, "state SD",
                 "mean residual on prior scores over children, both subjects"}
               .or_empty(kNoGrowth),
           {"teachers", W, "teachers", "teachers in class posts"},
           Field{"novice_share", N, "share", "of teachers, in their first three years"}.or_empty(
               "no teachers"),
           Field{"teacher_turnover", N, "share", "of last year's teachers, who left their school"}
               .or_empty("no teachers last year"),
           Field{"principal_turnover", N, "share", "of schools of last year, with a new principal"}
               .or_empty("no school with teachers last year"),
           Field{"spending_per_pupil", N, "USD/student", "spent in the year"}.or_empty(kNoChildren),
           {"fund_balance", N, "USD", "sum of the schools' own balances"},
           {"enrolment_share", N, "share", "of the city's children"}}),
      "school model with a school in the year"};
  return table;
}

}  // namespace homeroom
