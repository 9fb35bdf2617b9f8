// Rows of a sweep held against the design that they are said to come from.
//
// An estimator judges outcomes only of rows that have passed here: each point's values must be
// those that the design gives it, each point stands once, and no point is foreign.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "analysis/sensitivity/sampler.hpp"

namespace homeroom::sensitivity {

/// Values of the factors at a point of the unit cube, as they stand in a table.
using Binding = std::function<std::vector<std::string>(const double* unit)>;

/// What estimators need of the rows, held once for all outcomes.
struct JudgedDesign {
  std::string identity;
  std::vector<std::string> factors;  ///< names
  Binding values;
};

/// One outcome of every point. Comes from DesignRows alone.
class DesignOutcome {
 public:
  const std::string& identity() const { return design_->identity; }
  const JudgedDesign& design() const { return *design_; }
  /// By point; NaN: there is none.
  const std::vector<double>& values() const { return values_; }

 private:
  friend class DesignRows;
  DesignOutcome(std::shared_ptr<const JudgedDesign> design, std::vector<double> values)
      : design_(std::move(design)), values_(std::move(values)) {}

  std::shared_ptr<const JudgedDesign> design_;
  std::vector<double> values_;
};

class DesignRows {
 public:
  /// The sampler must outlive this. Throws DesignRefused where names are not as many as factors.
  DesignRows(const Sampler& sampler, std::vector<std::string> factors, Binding values);

  /// Notes a row of the table of points, in any order.
  void add(std::uint64_t point, const std::vector<std::string>& values);

  /// Throws DesignRefused with every kind of fault where rows are not those of the design. Points
  /// that no row was added for are not refused here: they have no outcomes.
  void refuse_faults() const;

  /// Points that a row was added for.
  std::uint64_t present() const { return present_; }

  /// An outcome by point. Throws DesignRefused as refuse_faults() does, where there are not as many
  /// values as points, where an outcome is infinite, and where a point without a row has one.
  DesignOutcome outcome(std::vector<double> values) const;

 private:
  void fault(std::string text);

  const Sampler& sampler_;
  std::shared_ptr<const JudgedDesign> design_;
  std::vector<bool> there_;
  std::uint64_t present_ = 0;
  std::vector<std::string> faults_;  // the first ones
  std::uint64_t all_faults_ = 0;
};

/// Throws DesignRefused where an outcome is of another design than the sampler's.
void refuse_foreign(const Sampler& sampler, const DesignOutcome& outcome);

}  // namespace homeroom::sensitivity
