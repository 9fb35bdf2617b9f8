// A column whose rows are all written before they are read, so that no time goes into zeros first.
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>

namespace homeroom {

template <class Value>
class Buffer {
  static_assert(std::is_trivially_copyable_v<Value>);

 public:
  Buffer() = default;
  /// Rows of no particular value.
  explicit Buffer(std::size_t rows)
      : values_(std::make_unique_for_overwrite<Value[]>(rows)), size_(rows) {}

  Value& operator[](std::size_t row) { return values_[row]; }
  const Value& operator[](std::size_t row) const { return values_[row]; }
  std::size_t size() const { return size_; }
  Value* data() { return values_.get(); }
  const Value* data() const { return values_.get(); }
  Value* begin() { return data(); }
  Value* end() { return data() + size_; }
  const Value* begin() const { return data(); }
  const Value* end() const { return data() + size_; }

 private:
  std::unique_ptr<Value[]> values_;
  std::size_t size_ = 0;
};

}  // namespace homeroom
