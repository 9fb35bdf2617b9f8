// Applications grouped by the program they go to: what every mechanism with priorities does once a
// round. A counting sort, since programs are few and applications many.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/mechanism/market.hpp"

namespace homeroom::mechanism {

/// One line of one applicant's list, with its key beside it so that comparing touches no other row.
struct Application {
  std::uint64_t priority;
  std::uint32_t applicant;
  std::uint32_t index;  ///< row of Market::choice and Market::priority
};

inline bool served_before(const Application& a, const Application& b) {
  return a.priority < b.priority;
}

/// Every application of the market, applicant by applicant, in list order.
std::vector<Application> all_applications(const Market& market);

/// Keeps its memory from round to round.
class ApplicationsByProgram {
 public:
  explicit ApplicationsByProgram(std::uint32_t programs) : first_(programs + 1, 0) {}

  /// Replaces what was grouped before; within a program the order of `applications` is kept.
  void group(const Market& market, std::span<const Application> applications);

  /// Those to one program; the caller may reorder them until the next `group`.
  std::span<Application> of(std::uint32_t program) {
    return {grouped_.data() + first_[program], grouped_.data() + first_[program + 1]};
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<Application> grouped_;
};

}  // namespace homeroom::mechanism
