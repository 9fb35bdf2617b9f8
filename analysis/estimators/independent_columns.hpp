// Which columns of a regression stand on their own.
#pragma once

#include <Eigen/Dense>

#include <string>
#include <vector>

namespace homeroom::estimators {

struct IndependentColumns {
  std::vector<Eigen::Index> kept, dropped;
  std::vector<std::string> sentences;  ///< for each that is dropped: what gives it
};

/// In their order: a column is dropped when what the kept columns before it leave of it is less
/// than 1e-7 of its length, R's tolerance in lm.
IndependentColumns independent_columns(const Eigen::MatrixXd& x,
                                       const std::vector<std::string>& names);

}  // namespace homeroom::estimators
