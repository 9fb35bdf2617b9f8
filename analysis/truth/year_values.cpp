#include "analysis/truth/year_values.hpp"

#include <algorithm>
#include <limits>

#include "analysis/panel/table_columns.hpp"
#include "analysis/truth/children.hpp"
#include "analysis/truth/measures.hpp"

namespace homeroom::truth {

namespace {

using panel::TableColumns;

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

std::vector<double>& row_of(YearValues& values, const std::string& model) {
  return values.try_emplace(model, measures().size(), kUnknown).first->second;
}

/// Children by model and in the city.
class Children {
 public:
  explicit Children(const Batch& batch) : table_(batch) {
    const char* columns[4] = {"level_math", "level_ela", "score_math", "score_ela"};
    for (int kind = 0; kind < 4; ++kind) value_[kind] = &table_.numbers(columns[kind]);
  }

  std::map<std::string, ChildSums> by_model(const std::vector<std::string>& model_of_school) const {
    const auto &school = table_.wholes("school_id"), &group = table_.wholes("group"),
               &low_income = table_.wholes("low_income"),
               &english_learner = table_.wholes("english_learner"),
               &special = table_.wholes("special_education");
    std::map<std::string, ChildSums> sums;
    std::vector<ChildSums*> of_school;
    for (const std::string& model : model_of_school) of_school.push_back(&sums[model]);
    ChildSums city;
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const ChildSums::Child child{
          {(*value_[0])[row], (*value_[1])[row], (*value_[2])[row], (*value_[3])[row]},
          static_cast<int>(group[row]),
          low_income[row] != 0,
          english_learner[row] != 0,
          special[row] != 0};
      of_school[static_cast<std::size_t>(school[row])]->add(child);
      city.add(child);
    }
    sums[""] = city;
    return sums;
  }

 private:
  TableColumns table_;
  const std::vector<double>* value_[4];
};

void add_children(const YearTables& tables, const std::vector<std::string>& model_of_school,
                  YearValues& values) {
  for (const auto& [model, sums] : Children(tables.children).by_model(model_of_school)) {
    std::vector<double>& row = row_of(values, model);
    const std::vector<double> of_children = sums.values();
    std::copy(of_children.begin(), of_children.end(), row.begin());
  }
  std::vector<double>& city = row_of(values, "");
  for (const char* subject : {"math", "ela"}) {  // the city's children are the same in every policy
    city[measure_named(std::string("own_level_") + subject)] =
        city[measure_named(std::string("level_") + subject)];
  }
}

/// A column as numbers; empty where the table has no such column.
std::vector<double> column_of(const Batch& batch, const std::string& name) {
  const auto& columns = batch.definition().columns;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (columns[c].name != name) continue;
    if (columns[c].kind == ColumnKind::Number) return batch.numbers(c);
    std::vector<double> numbers;
    for (const std::int64_t value : batch.wholes(c)) {
      numbers.push_back(value == kNoWhole ? kUnknown : static_cast<double>(value));
    }
    return numbers;
  }
  return {};
}

/// Measures of `source` from a table with a row for each model; without a column of models its row
/// is the city's.
void add_table(const Batch& batch, Source source, bool of_city, YearValues& values) {
  std::vector<std::vector<double>*> rows;
  for (std::size_t r = 0; r < batch.rows(); ++r) {
    rows.push_back(&row_of(values, of_city ? "" : TableColumns(batch).texts("model")[r]));
  }
  for (std::size_t m = 0; m < measures().size(); ++m) {
    if (measures()[m].source != source) continue;
    const std::vector<double> column = column_of(batch, measures()[m].name);
    for (std::size_t r = 0; r < column.size(); ++r) (*rows[r])[m] = column[r];
  }
}

}  // namespace

YearValues values_of_year(const YearTables& tables,
                          const std::vector<std::string>& model_of_school) {
  YearValues values;
  add_children(tables, model_of_school, values);
  add_table(tables.truth_models, Source::Growth, false, values);
  add_table(tables.models, Source::Public, false, values);
  add_table(tables.district, Source::Public, true, values);
  add_table(tables.sustainability, Source::Lasting, false, values);
  add_table(tables.hidden_sustainability, Source::HiddenLasting, false, values);
  return values;
}

void follow_children_of_base(const CityYear& base, CityYear& alternative) {
  struct Sum {
    double level[2] = {};
    int children = 0;
  };
  std::map<std::string, Sum> sums;
  std::vector<Sum*> of_school;
  for (const std::string& model : base.model_of_school) of_school.push_back(&sums[model]);
  for (std::size_t row = 0; row < base.children.school.size(); ++row) {
    Sum& sum = *of_school[base.children.school[row]];
    for (int m = 0; m < 2; ++m) {
      sum.level[m] += static_cast<double>(alternative.children.level[m][row]);
    }
    ++sum.children;
  }
  const std::size_t first = measure_named("own_level_math");
  for (auto& [model, row] : alternative.values) {
    if (!model.empty()) row[first] = row[first + 1] = kUnknown;
  }
  for (const auto& [model, sum] : sums) {
    if (model.empty() || sum.children == 0) continue;
    std::vector<double>& row = row_of(alternative.values, model);
    for (std::size_t m = 0; m < 2; ++m) row[first + m] = sum.level[m] / sum.children;
  }
}

}  // namespace homeroom::truth
