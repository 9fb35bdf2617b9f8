// Serial dictatorship: one after the other, applicants take the best program of their list that has
// a seat left. With an order drawn by lot it is the random serial dictatorship of
// Abdulkadiroglu & Sonmez (1998), Econometrica 66: 689-701, and equals deferred acceptance where
// every program ranks applicants by that one lottery.
#pragma once

#include <cstdint>
#include <span>

#include "sim/mechanism/market.hpp"

namespace homeroom::mechanism {

/// `order`: every applicant exactly once, first to choose first. Priorities are not looked at and
/// may be empty. Throws std::logic_error if the market is not well formed or `order` is no
/// permutation of the applicants.
Matching serial_dictatorship(const Market& market, std::span<const std::uint32_t> order);

}  // namespace homeroom::mechanism
