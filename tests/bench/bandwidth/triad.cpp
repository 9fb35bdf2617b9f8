#include "tests/bench/bandwidth/triad.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

#include "sim/core/parallel.hpp"
#include "sim/core/wide.hpp"

namespace homeroom::bandwidth {
namespace {

HOMEROOM_WIDE void add(const float* __restrict b, const float* __restrict c, float scale,
                       std::size_t count, float* __restrict a) {
  for (std::size_t i = 0; i < count; ++i) a[i] = b[i] + scale * c[i];
}

}  // namespace

double triad(std::size_t rows, int threads, int rounds) {
  const ThreadLimit limit(threads);
  std::vector<float> a(rows), b(rows, 1.0f), c(rows, 2.0f);
  double least = 1e30;
  for (int round = 0; round < rounds; ++round) {
    const auto before = std::chrono::steady_clock::now();
    for_slices(rows, [&](std::size_t first, std::size_t past, std::size_t) {
      add(b.data() + first, c.data() + first, 3.0f, past - first, a.data() + first);
    });
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - before;
    least = std::min(least, spent.count());
    b[static_cast<std::size_t>(round)] = a[rows - 1];
  }
  return 3.0 * sizeof(float) * static_cast<double>(rows) / least;
}

}  // namespace homeroom::bandwidth
