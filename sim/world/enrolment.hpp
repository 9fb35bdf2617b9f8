// Questions about who sits where that several chapters ask.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/world/world.hpp"

namespace homeroom {

/// The cell of a school and grade: rows of tables kept by school and grade.
inline std::size_t cell_of(std::size_t school, int grade) {
  return school * kGrades + static_cast<std::size_t>(grade);
}

/// Number of sections that a cell's posts make: 0 where it has none.
inline int sections_in(const Posts& posts, std::size_t cell) {
  const std::uint32_t first = posts.first[cell], past = posts.first[cell + 1];
  if (first == past) return 0;
  const auto count = static_cast<int>(past - first);
  return posts.post[first] == Post::Both ? count : count / 2;
}

}  // namespace homeroom
