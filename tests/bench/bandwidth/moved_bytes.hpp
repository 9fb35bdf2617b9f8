// Bytes of one pass of each chapter over its columns.
#pragma once

#include <string_view>
#include <vector>

namespace homeroom::bandwidth {

struct Moved {
  std::string_view chapter, says;
  double read = 0, written = 0;  ///< per student-year
};

/// Each chapter reads every column that its equations ask for once and writes every
/// column that it changes once, whole columns stream through memory between chapters, and all that
/// is kept by school, class or slice stays in the caches. Working columns, lists and lines of
/// memory of which only some bytes are wanted come on top. No lower bound: districts whose columns
/// fit into a cache move less, as would a year whose chapters passed slices on to one another.
std::vector<Moved> moved_bytes();

}  // namespace homeroom::bandwidth
