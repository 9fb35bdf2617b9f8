#include <algorithm>
#include <stdexcept>

#include "sim/records/public_tables.hpp"

namespace homeroom {
namespace {

constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
constexpr auto T = ColumnKind::Text;
using Field = ColumnDefinition;
using Columns = std::vector<ColumnDefinition>;

constexpr std::string_view kNobodyTested = "nobody was tested";

constexpr std::size_t kKeyColumns = 3;

/// The columns of a city's table, but for its key.
Columns columns_of(const TableDefinition& table) {
  return {table.columns.begin() + kKeyColumns, table.columns.end()};
}

/// Columns that say of many districts what they say of one city's model.
Columns of_models(const std::vector<std::string_view>& names) {
  Columns same;
  const Columns& columns = models_table().columns;
  for (const std::string_view name : names) {
    const auto is_it = [&](const Field& column) { return column.name == name; };
    const auto found = std::find_if(columns.begin(), columns.end(), is_it);
    if (found == columns.end()) throw std::logic_error("models.csv has no " + std::string(name));
    same.push_back(*found);
  }
  return same;
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
  Columns all =
      of_models({"proficiency_math", "proficiency_ela", "mean_score_math", "mean_score_ela"});
  append(all, {Field{"district_sd_math", N, "state SD",
                     "standard deviation of districts' mean scores, weighted by tested children"}
                   .or_empty(kNobodyTested),
               Field{"district_sd_ela", N, "state SD", "the same in ELA"}.or_empty(kNobodyTested)});
  append(all, of_models({"median_sgp_math", "median_sgp_ela", "value_added"}));
  return all;
}

Columns staff_and_money() {
  Columns all = of_models({"teachers", "teacher_turnover", "novice_share", "principal_turnover"});
  append(all,
         {{"vacancies", W, "posts", "posts held by long-term substitutes"},
          {"hired_outside", W, "teachers", "hired from outside their district's schools"},
          {"choosers", W, "students", "children who needed or sought a seat"},
          {"participants", W, "students", "of those, who handed in a list"},
          Field{"first_choice", N, "share", "of participants, who got their first choice"}.or_empty(
              "nobody handed in a list"),
          {"revenue", N, "USD", "all dollars in"},
          {"outlay", N, "USD", "all dollars out"},
          {"balance", N, "USD", "the districts' own, without the schools' balances"},
          {"spending_per_pupil", N, "USD/student", "all outlay over all children"}});
  return all;
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
