#include "sim/core/parallel.hpp"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>

#include <algorithm>

namespace homeroom {

void for_slices(std::size_t rows,
                const std::function<void(std::size_t, std::size_t, std::size_t)>& body) {
  const std::size_t slices = slices_of(rows);
  const auto one = [&](std::size_t slice) {
    const std::size_t first = slice * kSliceRows;
    body(first, std::min(rows, first + kSliceRows), slice);
  };
  for_each_index(slices, one);
}

void for_each_index(std::size_t count, const std::function<void(std::size_t)>& body) {
  if (count <= 1) {
    if (count == 1) body(0);
    return;
  }
  tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { body(i); });
}

ThreadLimit::ThreadLimit(int threads) : control_(nullptr) {
  if (threads > 0) {
    control_ = new tbb::global_control(tbb::global_control::max_allowed_parallelism,
                                       static_cast<std::size_t>(threads));
  }
}

ThreadLimit::~ThreadLimit() { delete static_cast<tbb::global_control*>(control_); }

int threads_in_use() {
  return static_cast<int>(
      tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism));
}

}  // namespace homeroom
