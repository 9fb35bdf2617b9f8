#include <algorithm>
#include <bit>
#include <boost/sort/pdqsort/pdqsort.hpp>

#include "sim/core/parallel.hpp"
#include "sim/world/world.hpp"

namespace homeroom {
namespace {

/// Distance and school in one number: distances are not below 0, where a float's bits rise with it.
std::uint64_t key_of(float distance, std::size_t school) {
  return std::uint64_t{std::bit_cast<std::uint32_t>(distance)} << 16 | school;
}

/// Neighbourhoods that are sorted for with one working column.
constexpr std::size_t kTogether = 16;

}  // namespace

void find_nearest(Neighbourhoods& places, std::size_t schools) {
  places.nearest.resize(places.distance.size());
  const std::size_t homes = places.x.size();
  for_each_index((homes + kTogether - 1) / kTogether, [&](std::size_t part) {
    std::vector<std::uint64_t> order(schools);
    for (std::size_t n = part * kTogether; n < std::min(homes, (part + 1) * kTogether); ++n) {
      const std::size_t first = n * schools;
      for (std::size_t s = 0; s < schools; ++s) order[s] = key_of(places.distance[first + s], s);
      boost::sort::pdqsort(order.begin(), order.end());
      for (std::size_t i = 0; i < schools; ++i) {
        places.nearest[first + i] = static_cast<std::uint16_t>(order[i]);
      }
    }
  });
}

}  // namespace homeroom
