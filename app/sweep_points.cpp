#include "app/sweep_points.hpp"

#include <fmt/format.h>

#include <limits>
#include <memory>

#include "app/sweep_list.hpp"

namespace homeroom::app {
namespace {

/// Every combination of levels; the last factor changes fastest.
class GridPoints final : public SweepPoints {
 public:
  explicit GridPoints(std::vector<SweepFactor> factors) : factors_(std::move(factors)) {
    for (const SweepFactor& factor : factors_) count_ *= factor.levels.size();
  }
  std::uint64_t count() const override { return count_; }
  std::vector<std::string> values_at(std::uint64_t point) const override {
    std::vector<std::string> values(factors_.size());
    for (std::size_t i = factors_.size(); i-- > 0;) {
      values[i] = factors_[i].levels[point % factors_[i].levels.size()];
      point /= factors_[i].levels.size();
    }
    return values;
  }

 private:
  std::vector<SweepFactor> factors_;
  std::uint64_t count_ = 1;
};

}  // namespace

PointsReading points_of(const SweepDesign& design) {
  if (design.method == SweepMethod::List) return listed_points(design.list);
  PointsReading reading;
  reading.factors = design.factors;
  reading.points = std::make_unique<GridPoints>(design.factors);
  return reading;
}

}  // namespace homeroom::app
