// A market of applicants and programs, and who got what in it. Nothing here knows what an applicant
// is or how a priority came about: callers draw lotteries, this room only compares keys.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "sim/core/contracts.hpp"

namespace homeroom::mechanism {

inline constexpr std::int32_t kUnmatched = -1;
inline constexpr std::uint32_t kNoProgram = std::numeric_limits<std::uint32_t>::max();
/// Cutoff of a program with seats to spare. Reserved: no application may have it as its priority.
inline constexpr std::uint64_t kOpen = std::numeric_limits<std::uint64_t>::max();

/// Lists and seats, as columns. An application is one line of one applicant's list; those of
/// applicant i are [first[i], first[i + 1]), best first and no program twice.
struct Market {
  std::vector<std::uint32_t> first;     ///< applicants + 1: where each applicant's list begins
  std::vector<std::uint32_t> choice;    ///< per application: program
  std::vector<std::uint64_t> priority;  ///< per application: smaller is served first
  std::vector<std::uint32_t> capacity;  ///< per program: seats; 0 is allowed

  std::uint32_t applicants() const;
  std::uint32_t programs() const { return static_cast<std::uint32_t>(capacity.size()); }
  std::uint32_t list_length(std::uint32_t applicant) const {
    return first[applicant + 1] - first[applicant];
  }
};

/// One line of one applicant's list.
struct Line {
  std::uint32_t program;
  std::uint64_t priority;  ///< smaller is served first
};

/// Whether a program that refuses from `cutoff` on would take an applicant. Equal priorities have
/// no right answer: throws std::logic_error.
inline bool is_below(std::uint64_t priority, std::uint64_t cutoff) {
  HOMEROOM_EXPECT(priority != cutoff || cutoff == 0);
  return priority < cutoff;
}

/// Lists that are read only as far as someone asks: with seats for most, few look beyond their
/// first lines, and the rest need never be written down.
class PreferenceLists {
 public:
  virtual ~PreferenceLists() = default;
  virtual std::uint32_t applicants() const = 0;
  virtual std::uint32_t programs() const = 0;
  virtual std::uint32_t capacity(std::uint32_t program) const = 0;
  /// Writes the applicant's line at `place`, 0 the best; false beyond the last. A line never
  /// changes, and no program stands on one list twice.
  virtual bool read(std::uint32_t applicant, std::uint32_t place, Line& line) const = 0;
  /// Moves from `place` on to the first line with a priority below its program's cutoff; false if
  /// there is none. Lists that are read at length may know a faster way.
  virtual bool find_below(const std::vector<std::uint64_t>& cutoff, std::uint32_t applicant,
                          std::uint32_t& place, Line& line) const;
  /// All applicants in the order in which they had best ask; it cannot change who gets what.
  virtual std::vector<std::uint32_t> order() const;
};

/// The same lists as columns.
Market market_of(const PreferenceLists& lists);

/// Who holds what: per applicant the place in the own list of the program held, 0 for the first
/// choice, or kUnmatched.
struct Matching {
  std::vector<std::int32_t> rank;
};

/// The program that `applicant` holds, or kNoProgram.
inline std::uint32_t program_of(const Market& market, const Matching& matching,
                                std::uint32_t applicant) {
  const std::int32_t rank = matching.rank[applicant];
  return rank == kUnmatched ? kNoProgram
                            : market.choice[market.first[applicant] + std::uint32_t(rank)];
}

/// Contract of every mechanism: offsets begin at 0, never fall and cover `choice`, and every
/// program listed exists. Throws std::logic_error.
void expect_lists(const Market& market);

/// Contract of mechanisms that look at priorities: one per application, none of them kOpen. Throws
/// std::logic_error. Strictness is the caller's debt as well (put an id into the low bits) but
/// costs a sort, so `has_strict_priorities` is apart.
void expect_priorities(const Market& market);

/// Per program: 1 if it has seats, but not for all who list it. What no such program decides needs
/// no priorities.
std::vector<std::uint8_t> rationed(const Market& market);

/// True if no two applications to one program have equal priority.
bool has_strict_priorities(const Market& market);

}  // namespace homeroom::mechanism
