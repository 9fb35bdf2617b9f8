// Who files the district's list, gathered for the market of a grade: what it looks at stands
// together, and lists where they were filed.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/year/choice_priorities.hpp"
#include "sim/year/choice_seating.hpp"

namespace homeroom::choice {

struct Asker {
  Priorities::Claims claims;
  std::uint16_t own;  ///< school of the seat held, or kNoSchool
  std::uint8_t listed;
};

/// Families of one grade, ascending.
struct GradeAskers {
  std::size_t length = 0;  ///< longest list
  std::span<const Asker> asker;
  /// By family of the grade and place: the school, or kNoSchool for a line that its school does not
  /// serve.
  const std::uint16_t* choice = nullptr;
  std::uint32_t first = 0;  ///< the grade's first family

  std::size_t size() const { return asker.size(); }
  const std::uint16_t* choices(std::size_t i) const {
    return choice + (asker[i].claims.family - first) * length;
  }
};

/// Those of a grade who have filed the district's list and have won nothing yet. Refers to `lists`,
/// which must outlive it.
class Askers {
 public:
  Askers() = default;
  Askers(const Families& families, int grade, const Lists& lists, const Seating& seating,
         const Priorities& priorities);
  GradeAskers askers() const { return {length_, {asker_.data(), asker_.size()}, choice_, first_}; }

 private:
  std::size_t length_ = 0;
  Buffer<Asker> asker_;
  const std::uint16_t* choice_ = nullptr;  ///< as filed, or as served
  std::uint32_t first_ = 0;
  Buffer<std::uint16_t> served_;
};

/// Those of a grade who ask again in the second round: who have won nothing and listed a school
/// that has seats by now. Refers to what `askers` refer to.
class AskersAgain {
 public:
  AskersAgain(const GradeAskers& askers, int grade, const Seating& seating);
  GradeAskers askers() const { return {all_.length, asker_, all_.choice, all_.first}; }

 private:
  GradeAskers all_;
  std::vector<Asker> asker_;
};

}  // namespace homeroom::choice
