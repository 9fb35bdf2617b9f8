// Those who wait for each program, put in order no further than anyone asks: most never hear of
// their program, and who comes before whom matters only where offers end.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/core/buffer.hpp"
#include "sim/mechanism/market.hpp"

namespace homeroom::mechanism {

/// One line of one applicant's list.
struct Waiting {
  std::uint32_t applicant;
  std::uint32_t index;  ///< row of Market::choice and Market::priority
};

class Queues {
 public:
  explicit Queues(const Market& market);

  /// How many have not been called yet.
  std::size_t waiting(std::uint32_t program) const { return first_[program + 1] - next_[program]; }
  /// Calls the next `count`, in no order among themselves; fewer if no more wait.
  std::span<const Waiting> next(std::uint32_t program, std::size_t count);

 private:
  // Two columns: parts of a row that are written one by one should not be read as one.
  Buffer<std::uint64_t> priority_;
  Buffer<Waiting> waiting_;
  std::vector<std::uint32_t> first_;  ///< by program, and one more: its rows
  std::vector<std::uint32_t> next_;   ///< by program: first of those who wait
  std::vector<std::uint32_t> bound_;  ///< by program: those before come before those after
};

}  // namespace homeroom::mechanism
