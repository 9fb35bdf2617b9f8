// A column of numbers, made row by row.
#pragma once

#include <Eigen/Dense>
#include <cstddef>

namespace homeroom::estimators {

/// What `value` says of each of the rows.
template <class Rows, class Value>
Eigen::VectorXd column(const Rows& rows, Value&& value) {
  Eigen::VectorXd values(static_cast<Eigen::Index>(rows.size()));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    values[static_cast<Eigen::Index>(i)] = static_cast<double>(value(rows[i]));
  }
  return values;
}

}  // namespace homeroom::estimators
