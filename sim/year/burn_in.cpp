#include <algorithm>

#include "sim/year/learning_lookup.hpp"
#include "sim/year/year.hpp"

namespace homeroom {

GrowthZero growth_zero(const World& world) { return {world.anchor, world.office.resource_norm}; }

void set_growth_zero(World& world, const GrowthZero& zero) {
  world.anchor = zero.anchor;
  world.office.resource_norm = zero.resource_norm;
}

void BurnIn::anchor(World& world, const LearningParameters& nature) {
  const auto worth = [&](int m, double dollars) {
    return learning::subject_weight(nature, m) * resources_term(nature, dollars);
  };
  raw_.push_back(world.raw_growth);
  for (int m = 0; m < kSubjects; ++m) raw_.back()[m] += worth(m, world.office.resource_norm);
  resources_.push_back(world.office.resources_now);
  const std::size_t settled = raw_.size() > kSettling ? raw_.size() - kSettling : 1;
  const std::size_t years = std::min(kYears, settled);
  const auto mean = [&](auto&& of) {
    double sum = 0.0;
    for (std::size_t i = raw_.size() - years; i < raw_.size(); ++i) sum += of(i);
    return sum / static_cast<double>(years);
  };
  GrowthZero zero;
  zero.resource_norm = mean([&](std::size_t i) { return resources_[i]; });
  for (int m = 0; m < kSubjects; ++m) {
    zero.anchor[m] = world.city.growth_target + worth(m, zero.resource_norm) -
                     mean([&](std::size_t i) { return raw_[i][m]; });
  }
  set_growth_zero(world, zero);
}

}  // namespace homeroom
