#include "sim/mechanism/immediate_acceptance.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include "sim/mechanism/applications.hpp"

namespace homeroom::mechanism {
namespace {

/// The `rank`-th application of everyone still waiting whose list is that long.
void ask_at(const Market& market, std::uint32_t rank, const std::vector<std::uint32_t>& waiting,
            std::vector<Application>& asking) {
  asking.clear();
  for (const std::uint32_t applicant : waiting) {
    if (market.list_length(applicant) <= rank) continue;
    const std::uint32_t index = market.first[applicant] + rank;
    asking.push_back({market.priority[index], applicant, index});
  }
}

}  // namespace

Matching immediate_acceptance(const Market& market) {
  expect_lists(market);
  expect_priorities(market);
  Matching matching{std::vector<std::int32_t>(market.applicants(), kUnmatched)};
  std::vector<std::uint32_t> left = market.capacity;
  std::vector<std::uint32_t> waiting(market.applicants());
  std::iota(waiting.begin(), waiting.end(), 0u);
  std::vector<Application> asking;
  ApplicationsByProgram queues(market.programs());
  for (std::uint32_t rank = 0; !waiting.empty(); ++rank) {
    ask_at(market, rank, waiting, asking);
    waiting.clear();
    queues.group(market, asking);
    for (std::uint32_t program = 0; program < market.programs(); ++program) {
      const auto queue = queues.of(program);
      const std::size_t taken = std::min<std::size_t>(left[program], queue.size());
      const auto past = queue.begin() + static_cast<std::ptrdiff_t>(taken);
      std::nth_element(queue.begin(), past, queue.end(), served_before);
      for (auto a = queue.begin(); a != past; ++a) {
        matching.rank[a->applicant] = static_cast<std::int32_t>(rank);
      }
      for (auto a = past; a != queue.end(); ++a) waiting.push_back(a->applicant);
      left[program] -= static_cast<std::uint32_t>(taken);
    }
  }
  return matching;
}

}  // namespace homeroom::mechanism
