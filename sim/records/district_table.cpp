#include "sim/records/public_tables.hpp"

namespace homeroom {
namespace {

constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
using Field = ColumnDefinition;
using Columns = std::vector<ColumnDefinition>;

constexpr std::string_view kNoLists = "nobody handed in a list";
constexpr std::string_view kNobodyTested = "nobody was tested";

Columns results() {
  return {
      {"students", W, "students", "children in the city's public schools"},
      {"schools", W, "schools", "schools that taught in the year"},
      Field{"proficiency_math", N, "%", "at or above the state's cut, of tested"}.or_empty(
          kNobodyTested),
      Field{"proficiency_ela", N, "%", "the same in ELA"}.or_empty(kNobodyTested),
      Field{"mean_score_math", N, "state SD", "mean measured score of tested children"}.or_empty(
          kNobodyTested),
      Field{"mean_score_ela", N, "state SD", "the same in ELA"}.or_empty(kNobodyTested)};
}

Columns staff() {
  return {{"teachers", W, "teachers", "teachers in class posts"},
          Field{"teacher_turnover", N, "share", "of last year's teachers, who left their school"}
              .or_empty("no teachers last year"),
          Field{"novice_share", N, "share", "of teachers, in their first three years"}.or_empty(
              "no teachers"),
          Field{"principal_turnover", N, "share", "of schools of last year, with a new principal"}
              .or_empty("no school with teachers last year"),
          {"vacancies", W, "posts", "posts held by long-term substitutes"},
          {"hired_outside", W, "teachers", "hired from outside the city's schools"},
          {"hired_novice", W, "teachers", "of those, who had never taught"},
          {"late_hires", W, "teachers", "hired after school began"},
          {"forced_placements", W, "teachers", "placed without consent"},
          {"pool", W, "teachers", "on pay without a post"},
          {"pool_cost", N, "USD", "paid this year for last year's pool, severance included"}};
}

Columns choice() {
  return {
      {"choosers", W, "students", "children who needed or sought a seat"},
      {"participants", W, "students", "of those, who handed in a list"},
      Field{"first_choice", N, "share", "of participants, who got their first choice"}.or_empty(
          kNoLists),
      Field{"top_three", N, "share", "of participants, who got one of their first three"}.or_empty(
          kNoLists),
      {"got_listed", W, "students", "participants who got any school of their list"},
      {"unassigned", W, "students", "children placed beyond seats"},
      {"lottery_applicants", W, "students", "children in separate lotteries"},
      {"lottery_offers", W, "students", "offers that separate lotteries made"},
      {"lottery_enrolled", W, "students", "children who took a seat by a separate lottery"}};
}

Columns city_hall() {
  return {{"superintendent_years", W, "years", "of the superintendent in post"},
          {"reform_share", N, "share", "of board seats, held by the side of reform"},
          {"revenue", N, "USD", "all dollars in"},
          {"outlay", N, "USD", "all dollars out"},
          {"balance", N, "USD", "the district's own, without the schools' balances"},
          {"spending_per_pupil", N, "USD/student", "all outlay over all children"}};
}

}  // namespace

const TableDefinition& district_table() {
  static const TableDefinition table = [] {
    Columns all;
    for (const Columns& part : {results(), staff(), choice(), city_hall()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return TableDefinition{"district", with_key(all),
                           "year of the city, independent charters included"};
  }();
  return table;
}

}  // namespace homeroom
