#include "analysis/report/run_tables.hpp"

#include "analysis/report/csv_rows.hpp"

namespace homeroom::report {
namespace {

double mean_of(const CsvRows& rows, std::size_t first, std::size_t count) {
  double sum = 0;
  for (std::size_t column = first; column < first + count; ++column) sum += rows.number(column);
  return sum / static_cast<double>(count);
}

std::vector<std::string> with(std::vector<std::string> keys,
                              const std::vector<std::string>& columns) {
  keys.insert(keys.end(), columns.begin(), columns.end());
  return keys;
}

}  // namespace

Replicates by_model(const Results& results, const char* table,
                    const std::vector<std::string>& columns) {
  Replicates values;
  CsvRows rows(results.file(table), with({"replicate", "year", "model"}, columns));
  while (rows.next()) {
    values.add(rows.text(2), rows.whole(1), rows.whole(0), mean_of(rows, 3, columns.size()));
  }
  return values;
}

void add_city(Replicates& values, const Results& results, const char* table,
              const std::vector<std::string>& columns) {
  CsvRows rows(results.file(table), with({"replicate", "year"}, columns));
  while (rows.next()) {
    values.add("", rows.whole(1), rows.whole(0), mean_of(rows, 2, columns.size()));
  }
}

Replicates by_model_and_city(const Results& results, const std::vector<std::string>& columns) {
  Replicates values = by_model(results, "models.csv", columns);
  add_city(values, results, results.whole_table(), columns);
  return values;
}

Replicates growth_of(const Results& results, const std::string& column) {
  return by_model(results, "truth_models.csv", {column + "_math", column + "_ela"});
}

}  // namespace homeroom::report
