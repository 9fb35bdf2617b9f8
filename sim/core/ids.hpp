// A row number that knows which table it belongs to, so that no two kinds of row ever mix.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace homeroom {

template <class Table>
struct Id {
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t value = kNone;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t row) : value(static_cast<std::uint32_t>(row)) {}

  /// True for a row, false for "nobody".
  constexpr explicit operator bool() const { return value != kNone; }
  constexpr std::size_t row() const { return value; }
  friend constexpr bool operator==(Id a, Id b) { return a.value == b.value; }
  friend constexpr bool operator!=(Id a, Id b) { return a.value != b.value; }
  friend constexpr bool operator<(Id a, Id b) { return a.value < b.value; }
};

/// A column of values, one per row of `Table`, indexed by that table's ids only.
template <class Table, class Value>
class Column {
 public:
  Column() = default;
  explicit Column(std::size_t rows, Value value = Value{}) : values_(rows, value) {}

  Value& operator[](Id<Table> id) { return values_[id.value]; }
  const Value& operator[](Id<Table> id) const { return values_[id.value]; }

  std::size_t size() const { return values_.size(); }
  void assign(std::size_t rows, Value value) { values_.assign(rows, value); }
  void push_back(Value value) { values_.push_back(value); }
  Value* data() { return values_.data(); }
  const Value* data() const { return values_.data(); }
  auto begin() { return values_.begin(); }
  auto end() { return values_.end(); }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }

 private:
  std::vector<Value> values_;
};

}  // namespace homeroom
