#include "sim/mechanism/serial_dictatorship.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/unit/mechanism_market.hpp"

namespace homeroom::mechanism {
namespace {

using Order = std::vector<std::uint32_t>;

TEST(SerialDictatorship, FollowsTheOrderAndNotThePriorities) {
  Market market = examples::market_from({{0, 1}, {0, 1}, {0, 1}}, {{0, 1, 2}, {0, 1, 2}}, {1, 1});
  market.priority.clear();
  EXPECT_EQ(serial_dictatorship(market, Order{2, 0, 1}).rank,
            (std::vector<std::int32_t>{1, kUnmatched, 0}));
}

TEST(SerialDictatorship, WantsEveryApplicantOnce) {
  const Market market = examples::gale_shapley_1();
  EXPECT_THROW(serial_dictatorship(market, Order{0, 1}), std::logic_error);
  EXPECT_THROW(serial_dictatorship(market, Order{0, 1, 1}), std::logic_error);
  EXPECT_THROW(serial_dictatorship(market, Order{0, 1, 3}), std::logic_error);
}

}  // namespace
}  // namespace homeroom::mechanism
