// Bytes that a year must move at least, chapter by chapter.
#pragma once

#include <string_view>
#include <vector>

namespace homeroom::bandwidth {

struct Moved {
  std::string_view chapter, says;
  double read = 0, written = 0;  ///< per student-year
};

/// A lower bound: each chapter reads every column that its equations ask for once and writes every
/// column that it changes once, whole columns stream through memory between chapters, and all that
/// is kept by school, class or slice stays in the caches. Working columns, lists and lines of
/// memory of which only some bytes are wanted come on top. A year whose chapters passed slices on
/// to one another while they are in a cache would move less.
std::vector<Moved> moved_bytes();

}  // namespace homeroom::bandwidth
