#include <algorithm>

#include "sim/year/year.hpp"

namespace homeroom {

void BurnIn::anchor(World& world) {
  raw_.push_back(world.raw_growth);
  const std::size_t settled = raw_.size() > kSettling ? raw_.size() - kSettling : 1;
  const std::size_t years = std::min(kYears, settled);
  for (int m = 0; m < kSubjects; ++m) {
    double mean = 0.0;
    for (std::size_t i = raw_.size() - years; i < raw_.size(); ++i) mean += raw_[i][m];
    world.anchor[m] = world.city.growth_target - mean / static_cast<double>(years);
  }
}

}  // namespace homeroom
