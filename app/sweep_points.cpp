#include "app/sweep_points.hpp"

#include <fmt/format.h>

#include <limits>
#include <memory>

#include "analysis/sensitivity/latin_hypercube.hpp"
#include "analysis/sensitivity/morris.hpp"
#include "analysis/sensitivity/sobol_pick_freeze.hpp"
#include "analysis/sensitivity/sobol_points.hpp"
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

/// Points of the unit cube, each coordinate taken for a factor's value.
class SampledPoints final : public SweepPoints {
 public:
  SampledPoints(std::unique_ptr<sensitivity::Sampler> sampler, std::vector<SweepFactor> factors)
      : sampler_(std::move(sampler)), factors_(std::move(factors)) {}
  std::uint64_t count() const override { return sampler_->points(); }
  std::vector<std::string> values_at(std::uint64_t point) const override {
    std::vector<double> unit(factors_.size());
    sampler_->point(point, unit.data());
    return app::values_at(factors_, unit.data());
  }

 private:
  std::unique_ptr<sensitivity::Sampler> sampler_;
  std::vector<SweepFactor> factors_;
};

}  // namespace

std::unique_ptr<sensitivity::Sampler> sampler_of(const SweepDesign& design) {
  const int factors = static_cast<int>(design.factors.size());
  switch (design.method) {
    case SweepMethod::LatinHypercube:
      return std::make_unique<sensitivity::LatinHypercube>(design.size, factors, design.seed);
    case SweepMethod::Sobol:
      return std::make_unique<sensitivity::SobolPoints>(design.size, factors, design.seed);
    case SweepMethod::Saltelli:
      return std::make_unique<sensitivity::SobolPickFreeze>(design.size, factors, design.seed);
    case SweepMethod::Morris:
      return std::make_unique<sensitivity::Morris>(design.size, factors, design.levels,
                                                   design.seed);
    case SweepMethod::Grid:
    case SweepMethod::List:
      break;
  }
  return nullptr;
}

std::vector<std::string> values_at(const std::vector<SweepFactor>& factors, const double* unit) {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < factors.size(); ++i) values.push_back(factors[i].value_at(unit[i]));
  return values;
}

PointsReading points_of(const SweepDesign& design) {
  if (design.method == SweepMethod::List) return listed_points(design.list);
  PointsReading reading;
  reading.factors = design.factors;
  try {
    if (auto sampler = sampler_of(design)) {
      reading.points = std::make_unique<SampledPoints>(std::move(sampler), design.factors);
    } else {
      reading.points = std::make_unique<GridPoints>(design.factors);
    }
  } catch (const sensitivity::DesignRefused& refused) {
    reading.faults.push_back({design.file.string(), 0, 0, "design", refused.what(), "", ""});
  }
  return reading;
}

}  // namespace homeroom::app
