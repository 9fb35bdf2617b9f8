// What new children are drawn from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "sim/chance/draw.hpp"
#include "sim/core/buffer.hpp"

namespace homeroom {

/// The birth dice of many children: three blocks of four words, of which the lanes from
/// kFirstNormal on are read as normals.
class Births {
 public:
  Births(const Dice& dice, int year, std::span<const std::uint32_t> rows);

  std::size_t size() const { return count_; }
  /// Words of language, special needs and learner type.
  const std::uint32_t* language() const { return words_.data(); }
  const std::uint32_t* special() const { return words_.data() + count_; }
  const std::uint32_t* learner() const { return words_.data() + 2 * count_; }
  // Standard normals.
  const float* information() const { return normal(3); }
  const float* individual() const { return normal(4); }
  const float* ela() const { return normal(5); }
  const float* engagement() const { return normal(6); }
  const float* housing() const { return normal(7); }
  const float* transient(int subject) const {
    return normal(8 + static_cast<std::size_t>(subject));
  }

 private:
  static constexpr std::size_t kFirstNormal = 3, kNormals = 7;
  const float* normal(std::size_t lane) const {
    return normals_.data() + (lane - kFirstNormal) * count_;
  }
  std::size_t count_;
  Buffer<std::uint32_t> words_;
  Buffer<float> normals_;
};

}  // namespace homeroom
