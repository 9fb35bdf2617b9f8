#include "analysis/estimators/quantile_chain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "analysis/estimators/sparse_sums.hpp"
#include "sim/core/wide.hpp"

namespace homeroom::estimators {
namespace {

/// Rows near the guess, against the root of rows times columns by which solutions at neighbouring
/// shares differ: wide enough that few shares are solved twice.
constexpr double kNear = 2.0;
/// The same where the guess is the solution of every so many rows (`kThin`), whose error is about
/// the root of that over 2: four times that on either side.
constexpr double kNearThinned = 16.0;
constexpr std::size_t kThin = 16;
/// Thinned rows are of use where there are so many for each column.
constexpr std::size_t kThinnedForColumn = 20;
/// A band is widened by this where the program had no solution or many rows were on the wrong side.
constexpr double kWider = 2.0, kMany = 0.1;
constexpr double kAll = std::numeric_limits<double>::infinity();

HOMEROOM_WIDE void draw_on(std::size_t n, double on, const double* __restrict at,
                           const double* __restrict before, double* __restrict next) {
  for (std::size_t i = 0; i < n; ++i) next[i] = at[i] + on * (at[i] - before[i]);
}

HOMEROOM_WIDE void compare(std::size_t n, double band, const double* __restrict residual,
                           const double* __restrict root, std::int8_t* __restrict side) {
  for (std::size_t i = 0; i < n; ++i) {
    const double edge = band * root[i];
    side[i] = static_cast<std::int8_t>((residual[i] > edge) - (residual[i] < -edge));
  }
}

[[noreturn]] void give_up(double share, std::size_t rows) {
  throw std::runtime_error(fmt::format(
      "the quantile at {} of {} rows was not found; are outcomes finite and of one scale?", share,
      rows));
}

}  // namespace

QuantileChain::QuantileChain(const SparseRows& rows, const std::vector<double>& root_leverage,
                             double share)
    : rows_(&rows),
      root_leverage_(&root_leverage),
      side_(rows.size(), 0),
      new_side_(rows.size(), 0),
      whole_(weighted_sum(rows, std::vector<double>(rows.size(), 1.0))),
      above_(Eigen::VectorXd::Zero(rows.columns)) {
  next_.b.assign(static_cast<std::size_t>(rows.columns) + 1, 0.0);
  next_.residual = rows.y;
  find(share, guess_from_thinned(share) ? kNearThinned : kAll);
  before_ = next_ = at_;
}

/// From the solution over every so many rows, where there are enough.
bool QuantileChain::guess_from_thinned(double share) {
  const std::size_t rows = rows_->size(), columns = static_cast<std::size_t>(rows_->columns);
  if (rows / kThin < kThinnedForColumn * columns) return false;
  for (std::size_t i = 0; i < rows; ++i) side_[i] = i % kThin == 0 ? 0 : -1;
  gather_near();
  std::fill(side_.begin(), side_.end(), Side{0});
  const Eigen::VectorXd whole = whole_;
  whole_ = weighted_sum(near_, std::vector<double>(near_.size(), 1.0));
  const bool solved = solve(share);
  whole_ = whole;
  if (solved) return true;
  next_.b.assign(columns + 1, 0.0);
  next_.residual = rows_->y;
  return false;
}

/// Along the line of the last two solutions.
void QuantileChain::guess(double share) {
  const double from = at_.share - before_.share, on = from == 0 ? 0 : (share - at_.share) / from;
  draw_on(at_.b.size(), on, at_.b.data(), before_.b.data(), next_.b.data());
  draw_on(at_.residual.size(), on, at_.residual.data(), before_.residual.data(),
          next_.residual.data());
}

/// The band, against root leverage, that about so many rows are in.
double QuantileChain::band_of(double rows) const {
  std::vector<double> distance;
  for (std::size_t i = 0; i < rows_->size(); i += kThin) {
    distance.push_back(std::abs(next_.residual[i]) / (*root_leverage_)[i]);
  }
  const double place = rows / static_cast<double>(kThin);
  if (!(place + 1 < static_cast<double>(distance.size()))) return kAll;
  const auto nth = distance.begin() + static_cast<std::ptrdiff_t>(place);
  std::nth_element(distance.begin(), nth, distance.end());
  return *nth;
}

/// Of the guess; the sum over rows above follows those that changed.
void QuantileChain::take_sides(double band) {
  compare(rows_->size(), band, next_.residual.data(), root_leverage_->data(), new_side_.data());
  for (const SparseRows::Group& group : rows_->groups) {
    for (std::size_t i = group.first; i < group.past; ++i) {
      if (new_side_[i] == side_[i]) continue;
      const int change = (new_side_[i] > 0) - (side_[i] > 0);
      side_[i] = new_side_[i];
      if (change == 0) continue;
      for (std::size_t j = 0; j < kRowValues; ++j) {
        if (group.column[j] < rows_->columns) above_[group.column[j]] += change * rows_->row(i)[j];
      }
    }
  }
}

void QuantileChain::gather_near() {
  near_.groups.clear();
  near_.x.clear();
  near_.y.clear();
  near_.columns = rows_->columns;
  for (const SparseRows::Group& group : rows_->groups) {
    const std::size_t first = near_.size();
    for (std::size_t i = group.first; i < group.past; ++i) {
      if (side_[i] != 0) continue;
      near_.x.insert(near_.x.end(), rows_->row(i), rows_->row(i) + kRowValues);
      near_.y.push_back(rows_->y[i]);
    }
    if (near_.size() > first) near_.groups.push_back({first, near_.size(), group.column});
  }
}

bool QuantileChain::solve(double share) {
  const Eigen::VectorXd demand = (1.0 - share) * whole_ - above_;
  const bool solved = program_.solve(near_, demand, next_.b);
  row_steps_ += near_.size() * static_cast<std::size_t>(program_.steps());
  ++programs_;
  if (!solved) return false;
  next_.share = share;
  next_.residual.resize(rows_->size());
  for (const SparseRows::Group& group : rows_->groups) {
    const auto own = coefficients_of(group, next_.b);
    for (std::size_t i = group.first; i < group.past; ++i) {
      next_.residual[i] = rows_->y[i] - product(rows_->row(i), own);
    }
  }
  return true;
}

/// Rows that were taken to be on a side and are not: they are near.
std::size_t QuantileChain::admit_wrong() {
  std::size_t wrong = 0;
  for (const SparseRows::Group& group : rows_->groups) {
    for (std::size_t i = group.first; i < group.past; ++i) {
      if (side_[i] * next_.residual[i] >= 0.0) continue;
      for (std::size_t j = 0; side_[i] > 0 && j < kRowValues; ++j) {
        if (group.column[j] < rows_->columns) above_[group.column[j]] -= rows_->row(i)[j];
      }
      side_[i] = 0;
      ++wrong;
    }
  }
  return wrong;
}

void QuantileChain::go_to(double share) {
  guess(share);
  find(share, kNear);
}

/// From the guess; `near` is of the rows whose side is left open.
void QuantileChain::find(double share, double near) {
  const Solution guessed = next_;
  const double root = std::sqrt(static_cast<double>(rows_->size()) * rows_->columns);
  take_sides(band_of(near * root));
  for (;;) {
    gather_near();
    if (!solve(share)) {
      if (near_.size() == rows_->size()) give_up(share, rows_->size());
      next_ = guessed;
      take_sides(band_of((near *= kWider) * root));
      continue;
    }
    const std::size_t wrong = admit_wrong();
    if (wrong == 0) break;
    if (static_cast<double>(wrong) > kMany * static_cast<double>(near_.size())) {
      take_sides(band_of((near *= kWider) * root));
    }
  }
  std::swap(before_, at_);
  std::swap(at_, next_);
}

}  // namespace homeroom::estimators
