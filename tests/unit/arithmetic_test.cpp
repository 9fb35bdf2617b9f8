// Our own functions against the C library's.
#include "sim/core/arithmetic.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <vector>

#include "sim/core/arithmetic_columns.hpp"

namespace homeroom {
namespace {

TEST(Arithmetic, FloatExpAndLogAreNearTheLibrarys) {
  for (float x = -20.0f; x < 20.0f; x += 0.0137f) {
    EXPECT_NEAR(exp_of(x) / std::exp(static_cast<double>(x)), 1.0, 4e-7) << x;
  }
  for (float x = 1e-6f; x < 1e6f; x *= 1.07f) {
    const double exact = std::log(static_cast<double>(x));
    EXPECT_NEAR(log_of(x), exact, 3e-7 * std::max(1.0, std::abs(exact))) << x;
  }
}

TEST(Arithmetic, DoubleFunctionsAreNearTheLibrarys) {
  for (double x = -30.0; x < 30.0; x += 0.0173) {
    EXPECT_NEAR(exp_of(x) / std::exp(x), 1.0, 1e-14) << x;
    EXPECT_NEAR(tanh_of(x), std::tanh(x), 1e-13) << x;
    EXPECT_NEAR(logistic(x), 1.0 / (1.0 + std::exp(-x)), 1e-14) << x;
  }
  for (double x = 1e-8; x < 1e8; x *= 1.13) {
    EXPECT_NEAR(log_of(x), std::log(x), 1e-14 * std::max(1.0, std::abs(std::log(x)))) << x;
    EXPECT_NEAR(power_of(x, 0.8) / std::pow(x, 0.8), 1.0, 1e-12) << x;
  }
}

TEST(Arithmetic, ManyAtOnceAreEqualToTheBit) {
  for (std::size_t count = 0; count <= 40; ++count) {
    std::vector<double> x(count), exponentials, logarithms;
    for (std::size_t i = 0; i < count; ++i) x[i] = 3.7 * static_cast<double>(i) - 71.3;
    exponentials = x;
    exp_of_all(exponentials.data(), count);
    logarithms = exponentials;
    log_of_all(logarithms.data(), count);
    for (std::size_t i = 0; i < count; ++i) {
      ASSERT_EQ(std::bit_cast<std::uint64_t>(exponentials[i]),
                std::bit_cast<std::uint64_t>(exp_of(x[i])));
      ASSERT_EQ(std::bit_cast<std::uint64_t>(logarithms[i]),
                std::bit_cast<std::uint64_t>(log_of(exponentials[i])));
    }
  }
}

TEST(Arithmetic, PhiAndItsInverse) {
  for (double x = -6.5; x < 6.5; x += 0.037) {
    const double exact = 0.5 * std::erfc(-x / std::sqrt(2.0));
    EXPECT_NEAR(normal_cdf(x), exact, 1e-14) << x;
    EXPECT_NEAR(normal_cdf(x) / exact, 1.0, 1e-8) << x;
  }
  for (double p = 0.001; p < 1.0; p += 0.001) {
    EXPECT_NEAR(normal_cdf(normal_quantile(p)), p, 1e-10) << p;
  }
  EXPECT_DOUBLE_EQ(logit(0.5), 0.0);
}

TEST(Arithmetic, ExtremeArgumentsStayFinite) {
  EXPECT_GT(exp_of(-1e9), 0.0);
  EXPECT_TRUE(std::isfinite(exp_of(1e9)));
  EXPECT_TRUE(std::isfinite(exp_of(1e9f)));
  EXPECT_NEAR(logistic(1e9), 1.0, 1e-12);
  EXPECT_NEAR(logistic(-1e9), 0.0, 1e-12);
  EXPECT_EQ(normal_cdf(50.0), 1.0);
  EXPECT_EQ(normal_cdf(-50.0), 0.0);
}

TEST(Arithmetic, FixedPointIsFreeOfOrder) {
  std::int64_t forward = 0, backward = 0;
  for (int i = 0; i < 1000; ++i) forward += to_fixed(0.1 * i);
  for (int i = 999; i >= 0; --i) backward += to_fixed(0.1 * i);
  EXPECT_EQ(forward, backward);
  EXPECT_NEAR(from_fixed(forward), 49950.0, 1e-3);
}

}  // namespace
}  // namespace homeroom
