// Which points of a list are worth trying before any is run.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace homeroom::app {

/// A point of a list, and its line.
struct ListedPoint {
  std::uint64_t point = 0;
  int line = 0;
};

/// Meets a list's points in turn and keeps those where a column has a value that it had in none
/// before, up to 200 values of each column, and those where its number is lowest and highest.
class ListExtremes {
 public:
  explicit ListExtremes(std::size_t columns) : columns_(columns) {}
  void add(std::uint64_t point, int line, const std::vector<std::string>& values);
  /// Those that were kept, in their order, each once.
  std::vector<ListedPoint> points() const;

 private:
  struct Column {
    std::set<std::string> values;
    std::vector<ListedPoint> first;  ///< met each of them
    std::optional<double> lowest, highest;
    ListedPoint at_lowest, at_highest;
  };
  std::vector<Column> columns_;
};

}  // namespace homeroom::app
