// How large lists may be that are read without being asked for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/lists/remarks.hpp"

namespace homeroom::lists {

/// A world counts its schools in 16 bits, opening slots among them.
inline constexpr std::size_t kMostSchools = 60000;
/// Rows of a city, with those that are no schools of the kind.
inline constexpr std::size_t kMostRows = 100000;
/// A directory of all schools of the country has 60 MB. Lists take up to six times their size of
/// memory, and this much stays under 1 GiB (tests/app/large_files.py).
inline constexpr std::uintmax_t kMostBytes = std::uintmax_t{128} << 20;

/// True where all files together have at most `kMostBytes`; otherwise it is told. What cannot be
/// asked for its size is told by who reads it.
bool lists_are_small_enough(const std::vector<std::string>& files, Remarks& remarks);

}  // namespace homeroom::lists
