#include "sim/mechanism/serial_dictatorship.hpp"

#include <vector>

#include "sim/core/contracts.hpp"

namespace homeroom::mechanism {
namespace {

void expect_permutation(std::span<const std::uint32_t> order, std::uint32_t applicants) {
  HOMEROOM_EXPECT(order.size() == applicants);
  std::vector<std::uint8_t> seen(applicants, 0);
  for (const std::uint32_t applicant : order) {
    HOMEROOM_EXPECT(applicant < applicants && !seen[applicant]);
    seen[applicant] = 1;
  }
}

}  // namespace

Matching serial_dictatorship(const Market& market, std::span<const std::uint32_t> order) {
  expect_lists(market);
  expect_permutation(order, market.applicants());
  Matching matching{std::vector<std::int32_t>(market.applicants(), kUnmatched)};
  std::vector<std::uint32_t> left = market.capacity;
  for (const std::uint32_t applicant : order) {
    for (std::uint32_t rank = 0; rank < market.list_length(applicant); ++rank) {
      std::uint32_t& seats = left[market.choice[market.first[applicant] + rank]];
      if (seats == 0) continue;
      --seats;
      matching.rank[applicant] = static_cast<std::int32_t>(rank);
      break;
    }
  }
  return matching;
}

}  // namespace homeroom::mechanism
