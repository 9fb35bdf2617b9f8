#include "sim/records/public_tables.hpp"

namespace homeroom {
namespace {

constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
constexpr auto T = ColumnKind::Text;
using Field = ColumnDefinition;
using Columns = std::vector<ColumnDefinition>;

constexpr std::string_view kNobodyTested = "nobody was tested";
constexpr std::string_view kNoGrowth = "too few children with prior scores";

constexpr std::size_t kKeyColumns = 3;

/// The columns of a city's table, but for its key.
Columns columns_of(const TableDefinition& table) {
  return {table.columns.begin() + kKeyColumns, table.columns.end()};
}

void append(Columns& to, const Columns& more) { to.insert(to.end(), more.begin(), more.end()); }

Columns who_attends() {
  return {{"pct_low_income", N, "%", "low income, of children"},
          {"pct_black", N, "%", "Black, of children"},
          {"pct_hispanic", N, "%", "Hispanic, of children"},
          {"pct_white", N, "%", "White, of children"},
          {"pct_asian", N, "%", "Asian, of children"}};
}

Columns results() {
  return {
      Field{"proficiency_math", N, "%", "at or above the state's cut, of tested"}.or_empty(
          kNobodyTested),
      Field{"proficiency_ela", N, "%", "the same in ELA"}.or_empty(kNobodyTested),
      Field{"mean_score_math", N, "state SD", "mean measured score of tested children"}.or_empty(
          kNobodyTested),
      Field{"mean_score_ela", N, "state SD", "the same in ELA"}.or_empty(kNobodyTested),
      Field{"district_sd_math", N, "state SD",
            "standard deviation of districts' mean scores, weighted by tested children"}
          .or_empty(kNobodyTested),
      Field{"district_sd_ela", N, "state SD", "the same in ELA"}.or_empty(kNobodyTested),
      Field{"median_sgp_math", N, "percentile",
            "mean of schools' median growth percentiles, weighted by children with growth"}
          .or_empty(kNoGrowth),
      Field{"median_sgp_ela", N, "percentile", "the same in ELA"}.or_empty(kNoGrowth),
      Field{"value_added", N, "state SD",
            "mean residual on prior scores over children, both subjects"}
          .or_empty(kNoGrowth)};
}

Columns staff_and_money() {
  return {{"teachers", W, "teachers", "teachers in class posts"},
          Field{"teacher_turnover", N, "share", "of last year's teachers, who left their school"}
              .or_empty("no teachers last year"),
          Field{"novice_share", N, "share", "of teachers, in their first three years"}.or_empty(
              "no teachers"),
          Field{"principal_turnover", N, "share", "of schools of last year, with a new principal"}
              .or_empty("no school with teachers last year"),
          {"vacancies", W, "posts", "posts held by long-term substitutes"},
          {"hired_outside", W, "teachers", "hired from outside their district's schools"},
          {"choosers", W, "students", "children who needed or sought a seat"},
          {"participants", W, "students", "of those, who handed in a list"},
          Field{"first_choice", N, "share", "of participants, who got their first choice"}.or_empty(
              "nobody handed in a list"),
          {"revenue", N, "USD", "all dollars in"},
          {"outlay", N, "USD", "all dollars out"},
          {"balance", N, "USD", "the districts' own, without the schools' balances"},
          {"spending_per_pupil", N, "USD/student", "all outlay over all children"}};
}

Columns of_many_districts() {
  Columns all = {{"districts", W, "districts", "districts"},
                 {"students", W, "students", "children in their public schools"},
                 {"schools", W, "schools", "schools that taught in the year"}};
  for (const Columns& part : {who_attends(), results(), staff_and_money()}) append(all, part);
  return all;
}

const Field kDistrict = {"district", W, "", "number of the district, the same in every policy"};
const Field kSizeClass = {"size_class", T, "", "name of its class by number of children"};

}  // namespace

const TableDefinition& nation_table() {
  static const TableDefinition table = {"nation", with_key(of_many_districts()),
                                        "year of the nation"};
  return table;
}

const TableDefinition& size_classes_table() {
  static const TableDefinition table = [] {
    Columns all = {kSizeClass};
    append(all, of_many_districts());
    return TableDefinition{"size_classes", with_key(all), "class of districts and year"};
  }();
  return table;
}

const TableDefinition& districts_table() {
  static const TableDefinition table = [] {
    Columns all = {
        kDistrict,
        kSizeClass,
        {"area_km2", N, "km2", "settled area"},
        {"segregation_race", N, "log-odds", "SD of group log-odds between neighbourhoods"},
        {"market_pay", N, "ratio", "teachers' pay around the district against its own"}};
    append(all, who_attends());
    append(all, columns_of(district_table()));
    return TableDefinition{"districts", with_key(all), "district of a nation and year"};
  }();
  return table;
}

const TableDefinition& nation_schools_table() {
  static const TableDefinition table = [] {
    Columns all = {kDistrict};
    append(all, columns_of(schools_table()));
    return TableDefinition{"nation_schools", with_key(all),
                           "school of a nation that taught in the year"};
  }();
  return table;
}

}  // namespace homeroom
