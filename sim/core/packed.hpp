// Values as bytes and back, for the same program on the same kind of machine: plain values as they
// lie in memory, columns with their length before them, structs field by field (fields.hpp), so
// that no padding is ever written and equal values have equal bytes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "sim/core/fields.hpp"
#include "sim/core/ids.hpp"

namespace homeroom {

/// True for values that have no padding, no pointer and no part of another length.
template <class Value>
struct IsPlain : std::bool_constant<std::is_arithmetic_v<Value> || std::is_enum_v<Value>> {};
template <class Table>
struct IsPlain<Id<Table>> : std::true_type {};
template <class Value, std::size_t kCount>
struct IsPlain<std::array<Value, kCount>> : IsPlain<Value> {};

class Packer {
 public:
  template <class... Values>
  void operator()(const Values&... values) {
    (add(values), ...);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  void add_bytes(const void* from, std::size_t count) {
    if (count > 0) bytes_.append(static_cast<const char*>(from), count);
  }
  template <class Values>
  void add_all(const Values& values) {
    for (const auto& value : values) add(value);
  }
  template <class Values>
  void add_column(const Values& values) {
    using Value = std::decay_t<decltype(*values.data())>;
    add(static_cast<std::uint64_t>(values.size()));
    if constexpr (IsPlain<Value>::value) {
      add_bytes(values.data(), values.size() * sizeof(Value));
    } else {
      add_all(values);
    }
  }
  template <class Value>
  void add(const Value& value) {
    if constexpr (IsPlain<Value>::value) {
      add_bytes(&value, sizeof(Value));
    } else {
      pass_fields(value, *this);
    }
  }
  template <class Value, std::size_t kCount>
  void add(const std::array<Value, kCount>& values) {
    add_all(values);
  }
  template <class Value>
  void add(const std::vector<Value>& values) {
    add_column(values);
  }
  template <class Table, class Value>
  void add(const Column<Table, Value>& values) {
    add_column(values);
  }
  void add(const std::string& text) { add_column(text); }

  std::string bytes_;
};

/// Reads what a Packer wrote. Bytes that are too few leave the rest of the values as they were.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  template <class... Values>
  void operator()(Values&... values) {
    (take(values), ...);
  }
  /// True when there were neither too few bytes nor too many.
  bool complete() const { return !short_ && bytes_.empty(); }

 private:
  void take_bytes(void* to, std::size_t count) {
    short_ = short_ || count > bytes_.size();
    if (short_ || count == 0) return;
    std::memcpy(to, bytes_.data(), count);
    bytes_.remove_prefix(count);
  }
  template <class Values>
  void take_all(Values& values) {
    for (auto& value : values) take(value);
  }
  /// A length that cannot be true is not made room for: each value takes at least one byte.
  std::size_t take_length(std::size_t bytes_each) {
    std::uint64_t count = 0;
    take(count);
    short_ = short_ || count > bytes_.size() / bytes_each;
    return short_ ? 0 : static_cast<std::size_t>(count);
  }
  template <class Value, class Values>
  void take_column(Values& values) {
    values.assign(take_length(IsPlain<Value>::value ? sizeof(Value) : 1), Value{});
    if constexpr (IsPlain<Value>::value) {
      take_bytes(values.data(), values.size() * sizeof(Value));
    } else {
      take_all(values);
    }
  }
  template <class Value>
  void take(Value& value) {
    if constexpr (IsPlain<Value>::value) {
      take_bytes(&value, sizeof(Value));
    } else {
      pass_fields(value, *this);
    }
  }
  template <class Value, std::size_t kCount>
  void take(std::array<Value, kCount>& values) {
    take_all(values);
  }
  template <class Value>
  void take(std::vector<Value>& values) {
    take_column<Value>(values);
  }
  template <class Table, class Value>
  void take(Column<Table, Value>& values) {
    take_column<Value>(values);
  }
  void take(std::string& text) { take_column<char>(text); }

  std::string_view bytes_;
  bool short_ = false;
};

}  // namespace homeroom
