#include "analysis/report/differences.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/report/csv_rows.hpp"

namespace homeroom::report {
namespace {

template <typename Item>
void add_new(std::vector<Item>& items, const Item& item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
}

}  // namespace

Differences::Differences(const Results& results) {
  CsvRows rows(results.file("differences.csv"),
               {"alternative", "year", "model", "measure", "unit", "base_mean", "alternative_mean",
                "difference", "error", "low", "high", "replicates"});
  while (rows.next()) {
    const std::string alternative(rows.text(0)), model(rows.text(2)), measure(rows.text(3));
    const int year = rows.whole(1);
    add_new(alternatives_, alternative);
    add_new(measures_, measure);
    add_new(years_, year);
    Difference row;
    row.unit = rows.text(4);
    row.base = rows.number(5);
    row.alternative = rows.number(6);
    row.difference = rows.number(7);
    row.error = rows.number(8);
    row.low = rows.number(9);
    row.high = rows.number(10);
    row.replicates = rows.whole(11);
    replicates_ = std::max(replicates_, row.replicates);
    rows_.emplace(std::tuple(alternative, year, model, measure), row);
  }
  std::sort(years_.begin(), years_.end());
  if (rows_.empty()) throw TableFault("differences.csv has no rows.");
}

const Difference* Differences::find(const std::string& alternative, int year,
                                    const std::string& model, const std::string& measure) const {
  const auto found = rows_.find({alternative, year, model, measure});
  return found == rows_.end() || !std::isfinite(found->second.difference) ? nullptr
                                                                          : &found->second;
}

}  // namespace homeroom::report
