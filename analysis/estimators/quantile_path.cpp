#include "analysis/estimators/quantile_path.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/wide.hpp"

namespace homeroom::estimators {
namespace {

/// Share of the way to the border that a step goes at most.
constexpr double kInside = 0.9995;

using In = const double* __restrict;
using Out = double* __restrict;

HOMEROOM_WIDE void place(std::size_t n, double mu, In residual, Out u, Out v, Out a, Out s) {
  for (std::size_t i = 0; i < n; ++i) {
    const double r = residual[i], root = std::sqrt(r * r + 4.0 * mu * mu) + 2.0 * mu;
    a[i] = 2.0 * mu / (root - r);
    s[i] = 2.0 * mu / (root + r);
    u[i] = 0.5 * (root + r);
    v[i] = 0.5 * (root - r);
  }
}

HOMEROOM_WIDE void invert(std::size_t n, In u, In v, In a, In s, Out per_a, Out per_s, Out q) {
  for (std::size_t i = 0; i < n; ++i) {
    per_a[i] = 1.0 / a[i];
    per_s[i] = 1.0 / s[i];
    q[i] = 1.0 / (u[i] * per_s[i] + v[i] * per_a[i]);
  }
}

HOMEROOM_WIDE void go_straight(std::size_t n, In u, In v, In q, In per_a, In per_s, In along,
                               Out du, Out dv, Out da) {
  for (std::size_t i = 0; i < n; ++i) {
    da[i] = q[i] * (u[i] - v[i] - along[i]);
    du[i] = u[i] * per_s[i] * da[i] - u[i];
    dv[i] = -v[i] * per_a[i] * da[i] - v[i];
  }
}

HOMEROOM_WIDE void gather_bend(std::size_t n, double centre, In q, In per_a, In per_s, In da,
                               Out du, Out dv, Out term) {
  for (std::size_t i = 0; i < n; ++i) {
    du[i] = (centre + du[i] * da[i]) * per_s[i];
    dv[i] = (centre - dv[i] * da[i]) * per_a[i];
    term[i] = q[i] * (du[i] - dv[i]);
  }
}

HOMEROOM_WIDE void go_bent(std::size_t n, In u, In v, In q, In per_a, In per_s, In along, In term,
                           Out du, Out dv, Out da) {
  for (std::size_t i = 0; i < n; ++i) {
    da[i] = q[i] * (u[i] - v[i] - along[i]) - term[i];
    du[i] += u[i] * per_s[i] * da[i] - u[i];
    dv[i] -= v[i] * per_a[i] * da[i] + v[i];
  }
}

HOMEROOM_WIDE void move(std::size_t n, double share, In step, Out value) {
  for (std::size_t i = 0; i < n; ++i) value[i] += share * step[i];
}

}  // namespace

void QuantilePath::begin(const std::vector<double>& residual, double mu) {
  const std::size_t n = residual.size();
  for (auto* column : {&u_, &v_, &a_, &s_, &q_, &per_a_, &per_s_, &du_, &dv_, &da_, &term_}) {
    column->assign(n, 0.0);
  }
  place(n, mu, residual.data(), u_.data(), v_.data(), a_.data(), s_.data());
  weigh();
}

void QuantilePath::weigh() {
  invert(u_.size(), u_.data(), v_.data(), a_.data(), s_.data(), per_a_.data(), per_s_.data(),
         q_.data());
  gap_ = gap_after({0.0, 0.0});
}

const std::vector<double>& QuantilePath::straight() {
  for (std::size_t i = 0; i < term_.size(); ++i) term_[i] = q_[i] * (u_[i] - v_[i]);
  return term_;
}

void QuantilePath::predict(const std::vector<double>& along) {
  go_straight(u_.size(), u_.data(), v_.data(), q_.data(), per_a_.data(), per_s_.data(),
              along.data(), du_.data(), dv_.data(), da_.data());
}

const std::vector<double>& QuantilePath::bend(double centre) {
  gather_bend(u_.size(), centre, q_.data(), per_a_.data(), per_s_.data(), da_.data(), du_.data(),
              dv_.data(), term_.data());
  return term_;
}

void QuantilePath::correct(const std::vector<double>& along) {
  go_bent(u_.size(), u_.data(), v_.data(), q_.data(), per_a_.data(), per_s_.data(), along.data(),
          term_.data(), du_.data(), dv_.data(), da_.data());
}

QuantilePath::Reach QuantilePath::reach() const {
  // The fastest shrinking, against what there is: a step of the inverse comes to the border.
  double primal[4] = {}, dual[4] = {};
  for (std::size_t i = 0; i < u_.size(); ++i) {
    const std::size_t lane = i % 4;
    primal[lane] = std::max(primal[lane], std::max(-du_[i] / u_[i], -dv_[i] / v_[i]));
    dual[lane] = std::max(dual[lane], std::max(-da_[i] * per_a_[i], da_[i] * per_s_[i]));
  }
  const auto most = [](const double* lanes) { return *std::max_element(lanes, lanes + 4); };
  return {std::min(1.0, kInside / most(primal)), std::min(1.0, kInside / most(dual))};
}

double QuantilePath::gap_after(const Reach& reach) const {
  double gap[4] = {};
  for (std::size_t i = 0; i < u_.size(); ++i) {
    const double da = reach.dual * da_[i];
    gap[i % 4] += (u_[i] + reach.primal * du_[i]) * (s_[i] - da) +
                  (v_[i] + reach.primal * dv_[i]) * (a_[i] + da);
  }
  return (gap[0] + gap[1]) + (gap[2] + gap[3]);
}

void QuantilePath::advance(const Reach& reach) {
  const std::size_t n = u_.size();
  move(n, reach.primal, du_.data(), u_.data());
  move(n, reach.primal, dv_.data(), v_.data());
  move(n, reach.dual, da_.data(), a_.data());
  move(n, -reach.dual, da_.data(), s_.data());
  weigh();
}

}  // namespace homeroom::estimators
