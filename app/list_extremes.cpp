#include "app/list_extremes.hpp"

#include <map>

#include "sim/core/number_from.hpp"

namespace homeroom::app {
namespace {

constexpr std::size_t kMostValues = 200;

}  // namespace

void ListExtremes::add(std::uint64_t point, int line, const std::vector<std::string>& values) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    Column& column = columns_[i];
    if (column.values.size() < kMostValues && column.values.insert(values[i]).second) {
      column.first.push_back({point, line});
    }
    const std::optional<double> number = number_from<double>(values[i]);
    if (!number) continue;
    if (!column.lowest || *number < *column.lowest) {
      column.lowest = number;
      column.at_lowest = {point, line};
    }
    if (!column.highest || *number > *column.highest) {
      column.highest = number;
      column.at_highest = {point, line};
    }
  }
}

std::vector<ListedPoint> ListExtremes::points() const {
  std::map<std::uint64_t, ListedPoint> kept;
  const auto keep = [&](const ListedPoint& one) { kept.emplace(one.point, one); };
  for (const Column& column : columns_) {
    for (const ListedPoint& one : column.first) keep(one);
    if (column.lowest) keep(column.at_lowest);
    if (column.highest) keep(column.at_highest);
  }
  std::vector<ListedPoint> points;
  for (const auto& [point, one] : kept) points.push_back(one);
  return points;
}

}  // namespace homeroom::app
