#include "analysis/truth/school_values.hpp"

#include <limits>
#include <stdexcept>

#include "analysis/panel/table_columns.hpp"
#include "sim/records/public_tables.hpp"

namespace homeroom::truth {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kLevels = 2;  ///< the first measures are read from the children
const char* const kLevelNames[kLevels] = {"level_math", "level_ela"};

const ColumnDefinition& public_column(std::string_view name) {
  for (const ColumnDefinition& column : schools_table().columns) {
    if (column.name == name) return column;
  }
  throw std::logic_error("schools.csv has no column " + std::string(name));
}

/// A column as numbers, whole or not.
std::vector<double> numbers_in(const panel::TableColumns& table, const std::string& name) {
  if (public_column(name).kind == ColumnKind::Number) return table.numbers(name);
  std::vector<double> numbers;
  for (const std::int64_t value : table.wholes(name)) {
    numbers.push_back(value == kNoWhole ? kUnknown : static_cast<double>(value));
  }
  return numbers;
}

/// Means over the children of each school.
void add_levels(const Batch& children, SchoolValues& schools) {
  const panel::TableColumns table(children);
  const auto& school = table.wholes("school_id");
  for (std::size_t m = 0; m < kLevels; ++m) {
    const auto& level = table.numbers(kLevelNames[m]);
    std::vector<double> sum;
    std::vector<int> here;
    for (std::size_t row = 0; row < level.size(); ++row) {
      const auto s = static_cast<std::size_t>(school[row]);
      if (sum.size() <= s) {
        sum.resize(s + 1, 0.0);
        here.resize(s + 1, 0);
      }
      sum[s] += level[row];
      ++here[s];
    }
    for (auto& [id, one] : schools) {
      const auto s = static_cast<std::size_t>(id);
      if (s < sum.size() && here[s] > 0) one.values[m] = sum[s] / here[s];
    }
  }
}

}  // namespace

const std::vector<SchoolMeasure>& school_measures() {
  static const std::vector<SchoolMeasure> all = [] {
    std::vector<SchoolMeasure> measures = {
        {kLevelNames[0], "state SD", "true achievement of its children in mathematics"},
        {kLevelNames[1], "state SD", "true achievement of its children in ELA"}};
    for (const char* name :
         {"enrolment", "mean_score_math", "mean_score_ela", "proficiency_math", "proficiency_ela",
          "median_sgp_math", "median_sgp_ela", "value_added", "teacher_turnover"}) {
      const ColumnDefinition& column = public_column(name);
      measures.push_back({name, std::string(column.unit), std::string(column.meaning)});
    }
    return measures;
  }();
  return all;
}

SchoolValues school_values(const Batch& schools, const Batch& children) {
  const panel::TableColumns table(schools);
  const auto& ids = table.wholes("school_id");
  SchoolValues values;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    values[static_cast<int>(ids[row])] = {table.texts("model")[row],
                                          std::vector<double>(school_measures().size(), kUnknown)};
  }
  for (std::size_t m = kLevels; m < school_measures().size(); ++m) {
    const std::vector<double> numbers = numbers_in(table, school_measures()[m].name);
    for (std::size_t row = 0; row < numbers.size(); ++row) {
      values[static_cast<int>(ids[row])].values[m] = numbers[row];
    }
  }
  add_levels(children, values);
  return values;
}

}  // namespace homeroom::truth
