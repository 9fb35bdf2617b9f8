// Applications grouped by the program they go to: what every mechanism with priorities does once a
// round. A counting sort, since programs are few and applications many.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
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

/// A counting sort by program that keeps its memory from round to round.
template <class Entry>
class ByProgram {
 public:
  explicit ByProgram(std::uint32_t programs) : first_(programs + 1, 0) {}

  /// Replaces what was grouped before; within a program the order of `entries` is kept.
  template <class ProgramOf>
  void group(std::span<const Entry> entries, ProgramOf&& program_of) {
    grouped_.resize(entries.size());
    std::fill(first_.begin(), first_.end(), 0);
    for (const Entry& entry : entries) ++first_[program_of(entry)];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    // Filling from the back turns each program's end into its beginning and keeps the order.
    for (std::size_t i = entries.size(); i-- > 0;) {
      grouped_[--first_[program_of(entries[i])]] = entries[i];
    }
  }

  /// Those to one program; the caller may reorder them until the next `group`.
  std::span<Entry> of(std::uint32_t program) {
    return {grouped_.data() + first_[program], grouped_.data() + first_[program + 1]};
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<Entry> grouped_;
};

/// Applications to a market's programs.
class ApplicationsByProgram : public ByProgram<Application> {
 public:
  using ByProgram::ByProgram;
  void group(const Market& market, std::span<const Application> applications) {
    ByProgram::group(applications, [&](const Application& application) {
      return market.choice[application.index];
    });
  }
};

}  // namespace homeroom::mechanism
