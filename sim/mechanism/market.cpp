#include "sim/mechanism/market.hpp"

#include <algorithm>
#include <numeric>

#include "sim/core/contracts.hpp"
#include "sim/mechanism/applications.hpp"

namespace homeroom::mechanism {

std::uint32_t Market::applicants() const {
  return first.empty() ? 0 : static_cast<std::uint32_t>(first.size() - 1);
}

bool PreferenceLists::find_below(const std::vector<std::uint64_t>& cutoff, std::uint32_t applicant,
                                 std::uint32_t& place, Line& line) const {
  for (; read(applicant, place, line); ++place) {
    if (is_below(line.priority, cutoff[line.program])) return true;
  }
  return false;
}

std::vector<std::uint32_t> PreferenceLists::order() const {
  std::vector<std::uint32_t> numbered(applicants());
  std::iota(numbered.begin(), numbered.end(), 0u);
  return numbered;
}

Market market_of(const PreferenceLists& lists) {
  Market market;
  market.first.push_back(0);
  Line line;
  for (std::uint32_t applicant = 0; applicant < lists.applicants(); ++applicant) {
    for (std::uint32_t place = 0; lists.read(applicant, place, line); ++place) {
      market.choice.push_back(line.program);
      market.priority.push_back(line.priority);
    }
    market.first.push_back(static_cast<std::uint32_t>(market.choice.size()));
  }
  market.capacity.resize(lists.programs());
  for (std::uint32_t program = 0; program < lists.programs(); ++program) {
    market.capacity[program] = lists.capacity(program);
  }
  return market;
}

void expect_lists(const Market& market) {
  HOMEROOM_EXPECT(!market.first.empty() && market.first.front() == 0);
  HOMEROOM_EXPECT(std::is_sorted(market.first.begin(), market.first.end()));
  HOMEROOM_EXPECT(market.first.back() == market.choice.size());
  const std::uint32_t programs = market.programs();
  bool known = true;
  for (const std::uint32_t program : market.choice) known &= program < programs;
  HOMEROOM_EXPECT(known);
}

void expect_priorities(const Market& market) {
  HOMEROOM_EXPECT(market.priority.size() == market.choice.size());
  bool reserved = false;
  for (const std::uint64_t priority : market.priority) reserved |= priority == kOpen;
  HOMEROOM_EXPECT(!reserved);
}

std::vector<std::uint8_t> rationed(const Market& market) {
  std::vector<std::uint32_t> asking(market.programs(), 0);
  for (const std::uint32_t program : market.choice) ++asking[program];
  std::vector<std::uint8_t> result(market.programs());
  for (std::uint32_t program = 0; program < market.programs(); ++program) {
    const std::uint32_t seats = market.capacity[program];
    result[program] = 0 < seats && seats < asking[program];
  }
  return result;
}

bool has_strict_priorities(const Market& market) {
  ApplicationsByProgram queues(market.programs());
  queues.group(market, all_applications(market));
  const auto same = [](const Application& a, const Application& b) {
    return a.priority == b.priority;
  };
  for (std::uint32_t program = 0; program < market.programs(); ++program) {
    const auto queue = queues.of(program);
    std::sort(queue.begin(), queue.end(), served_before);
    if (std::adjacent_find(queue.begin(), queue.end(), same) != queue.end()) return false;
  }
  return true;
}

}  // namespace homeroom::mechanism
