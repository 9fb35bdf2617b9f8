#include "analysis/sensitivity/design_rows.hpp"

#include <fmt/format.h>

#include <cmath>

namespace homeroom::sensitivity {
namespace {

constexpr std::size_t kFaultsTold = 5;

}  // namespace

DesignRows::DesignRows(const Sampler& sampler, std::vector<std::string> factors, Binding values)
    : sampler_(sampler), there_(sampler.points(), false) {
  if (factors.size() != static_cast<std::size_t>(sampler.factors())) {
    throw DesignRefused(fmt::format("The table of points has {} factors; the design has {} ({}).",
                                    factors.size(), sampler.factors(), sampler.identity()));
  }
  design_ = std::make_shared<JudgedDesign>(
      JudgedDesign{sampler.identity(), std::move(factors), std::move(values)});
}

void DesignRows::fault(std::string text) {
  if (faults_.size() < kFaultsTold) faults_.push_back(std::move(text));
  ++all_faults_;
}

void DesignRows::add(std::uint64_t point, const std::vector<std::string>& values) {
  if (point >= sampler_.points()) {
    return fault(
        fmt::format("point {} is none of the design's (0 to {})", point, sampler_.points() - 1));
  }
  if (there_[point]) return fault(fmt::format("point {} stands twice", point));
  there_[point] = true;
  ++present_;
  std::vector<double> unit(design_->factors.size());
  sampler_.point(point, unit.data());
  const std::vector<std::string> expected = design_->values(unit.data());
  if (values.size() != expected.size()) {
    return fault(fmt::format("point {} has {} values; the design has {} factors", point,
                             values.size(), expected.size()));
  }
  for (std::size_t f = 0; f < expected.size(); ++f) {
    if (values[f] == expected[f]) continue;
    fault(fmt::format("point {}: {} is {}; the design gives {}", point, design_->factors[f],
                      values[f], expected[f]));
  }
}

void DesignRows::refuse_faults() const {
  if (faults_.empty()) return;
  std::string text =
      fmt::format("The rows are not those of their design ({}):", sampler_.identity());
  for (const std::string& fault : faults_) text += "\n  " + fault;
  if (all_faults_ > faults_.size()) {
    text += fmt::format("\n  and {} more", all_faults_ - faults_.size());
  }
  throw DesignRefused(text + "\nOnly the design that made rows can judge them.");
}

DesignOutcome DesignRows::outcome(std::vector<double> values) const {
  refuse_faults();
  if (values.size() != sampler_.points()) {
    throw DesignRefused(fmt::format("There are {} rows of outcomes; the design has {} points ({}).",
                                    values.size(), sampler_.points(), sampler_.identity()));
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isinf(values[i])) {
      throw DesignRefused(fmt::format("The outcome of point {} is infinite.", i));
    }
    if (!there_[i] && !std::isnan(values[i])) {
      throw DesignRefused(
          fmt::format("Point {} has an outcome, but its factors' values are unknown.", i));
    }
  }
  return {design_, std::move(values)};
}

void refuse_foreign(const Sampler& sampler, const DesignOutcome& outcome) {
  if (outcome.identity() == sampler.identity()) return;
  throw DesignRefused(fmt::format("These rows come from another design ({}) than judges them ({}).",
                                  outcome.identity(), sampler.identity()));
}

}  // namespace homeroom::sensitivity
