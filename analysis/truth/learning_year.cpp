#include "analysis/truth/learning_year.hpp"

#include "analysis/panel/table_columns.hpp"

namespace homeroom::truth {
namespace {

std::vector<int> whole(const panel::TableColumns& table, std::string_view name) {
  const auto& values = table.wholes(name);
  return {values.begin(), values.end()};
}

}  // namespace

LearningYear learning_year(int year, const Batch& batch) {
  const panel::TableColumns table(batch);
  const auto both = [&](const std::string& name) {
    return PerSubject<std::vector<double>>{table.numbers(name + "_math"),
                                           table.numbers(name + "_ela")};
  };
  return {year,
          whole(table, "arrived"),
          whole(table, "school_id"),
          both("family"),
          both("durable"),
          both("fleeting"),
          both("passing"),
          both("score"),
          both("peers"),
          both("drive"),
          both("choices")};
}

double growth_in(const LearningYear& before, const LearningYear& year, const StockRates& rates,
                 int subject, std::size_t row) {
  const bool new_here = before.arrived[row] != year.arrived[row];  // another child's seat
  const double durable = new_here ? 0.0 : before.durable[subject][row];
  const double fleeting = new_here ? 0.0 : before.fleeting[subject][row];
  return year.durable[subject][row] - rates.keep_durable * durable + year.fleeting[subject][row] -
         rates.keep_fleeting * fleeting;
}

}  // namespace homeroom::truth
