#include "analysis/truth/measures.hpp"

#include <stdexcept>

#include "analysis/truth/children.hpp"
#include "sim/records/hidden/hidden_tables.hpp"
#include "sim/records/public_tables.hpp"

namespace homeroom::truth {

namespace {

const ColumnDefinition* column_of(const TableDefinition& table, const std::string& name) {
  for (const ColumnDefinition& column : table.columns) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

/// Unit and meaning are those of the column.
Measure read_from(const std::string& name, Source source,
                  std::initializer_list<const TableDefinition*> tables) {
  for (const TableDefinition* table : tables) {
    const ColumnDefinition* column = column_of(*table, name);
    if (column) return {name, source, std::string(column->unit), std::string(column->meaning)};
  }
  throw std::logic_error("no table has a column " + name);
}

void add_growth(std::vector<Measure>& all) {
  constexpr std::size_t kKeys = 6;  // scenario, replicate, year, model, schools, children
  const auto& columns = truth_models_table().columns;
  for (std::size_t i = kKeys; i < columns.size(); ++i) {
    all.push_back(read_from(std::string(columns[i].name), Source::Growth, {&truth_models_table()}));
  }
}

std::vector<Measure> listed() {
  std::vector<Measure> all;
  for (const ChildMeasure& measure : child_measures()) {
    all.push_back({measure.name, Source::Children, "state SD", measure.meaning});
  }
  add_growth(all);
  for (const char* name :
       {"proficiency_math", "proficiency_ela", "median_sgp_math", "median_sgp_ela", "value_added",
        "pct_low_income", "novice_share", "spending_per_pupil", "vacancies", "hired_outside",
        "late_hires", "forced_placements", "pool", "pool_cost", "first_choice", "unassigned"}) {
    all.push_back(read_from(name, Source::Public, {&models_table(), &district_table()}));
  }
  for (const char* name :
       {"enrolment", "enrolment_share", "schools", "schools_closed", "school_survival",
        "agreements_ended", "agreement_survival", "zone_survival", "teacher_turnover",
        "principal_turnover", "fund_balance", "cost_per_pupil", "reform_share",
        "superintendent_years"}) {
    all.push_back(read_from(name, Source::Lasting, {&sustainability_table()}));
  }
  for (const char* name :
       {"paper_autonomy", "held_autonomy", "effective_autonomy", "effective_against_first",
        "friction", "buy_in", "commitment", "champion", "held_against_champion", "eroded"}) {
    all.push_back(read_from(name, Source::HiddenLasting, {&hidden_sustainability_table()}));
  }
  return all;
}

}  // namespace

const std::vector<Measure>& measures() {
  static const std::vector<Measure> all = listed();
  return all;
}

std::size_t measure_named(const std::string& name) {
  const auto& all = measures();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].name == name) return i;
  }
  throw std::logic_error("no measure is named " + name);
}

}  // namespace homeroom::truth
