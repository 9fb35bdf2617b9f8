#include <algorithm>
#include <utility>

#include "sim/world/world.hpp"

namespace homeroom {

void find_nearest(Neighbourhoods& places, std::size_t schools) {
  places.nearest.resize(places.distance.size());
  std::vector<std::pair<float, std::uint16_t>> order(schools);
  for (std::size_t first = 0; first < places.distance.size(); first += schools) {
    for (std::size_t s = 0; s < schools; ++s) {
      order[s] = {places.distance[first + s], static_cast<std::uint16_t>(s)};
    }
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < schools; ++i) places.nearest[first + i] = order[i].second;
  }
}

}  // namespace homeroom
