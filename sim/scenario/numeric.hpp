// Numbers out of nodes, each within its bounds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/core/described.hpp"
#include "sim/scenario/fault.hpp"

namespace homeroom {

/// Years that a dated lever or a file may speak of.
inline constexpr int kEarliestYear = 1600;
inline constexpr int kLatestYear = 2200;
/// A lever that may not be 0 has a value by this year: before any run begins.
inline constexpr int kBeforeAnyRun = 1900;

struct Bounds {
  double low, high;
  std::string unit;
};

/// Reads the numbers of one key; what is wrong goes to `faults`.
class NumericReader {
 public:
  NumericReader(const std::string& key, Bounds bounds, Faults& faults)
      : key_(key), bounds_(std::move(bounds)), faults_(faults) {}

  std::optional<double> number(const Node& node);
  std::optional<int> integer(const Node& node);
  /// A number, or a table of years.
  std::optional<Dated> dated(const Node& node);
  std::optional<std::vector<double>> numbers(const Node& node);

 private:
  std::optional<double> within(const Node& node, double value);
  bool step(const std::string& year, const Node& node, Dated& dated);
  std::string allowed() const;
  void wrong_kind(const Node& node, const char* wanted);

  const std::string& key_;
  Bounds bounds_;
  Faults& faults_;
};

}  // namespace homeroom
