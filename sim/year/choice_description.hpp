// What a choosing child's row says of it, taken from the table of students.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/year/choice_choosers.hpp"

namespace homeroom::choice {

/// What the table of families takes from the table of students, column by column, for the children
/// of a slice. What hangs on the seat stands in a table: which children lose theirs tells nothing
/// about the next one.
class Description {
 public:
  Description(const World& world, const Law& law, const ChoiceParameters& nature,
              const SchoolsSeen& seen);
  /// Writes those of a slice to the rows `at`.
  void write(const Choosers& slice, const std::uint32_t* at, Families& families) const;

 private:
  /// Bits of a cell of school and grade.
  static constexpr std::uint8_t kGoesOn = 1, kDisplaces = 2;

  /// Seats by cell; the last is that of no school, which is above all schools.
  class Seats {
   public:
    Seats(const std::vector<std::uint8_t>& bits, const Students& students)
        : bits_(bits.data()),
          none_(bits.size() - 1),
          school_(students.school.data()),
          grade_(students.grade.data()) {}
    std::uint8_t of(std::size_t row) const {
      return bits_[std::min(cell_of(school_[row], grade_[row]), none_)];
    }

   private:
    const std::uint8_t* bits_;
    std::size_t none_;
    const std::uint16_t* school_;
    const std::uint8_t* grade_;
  };

  void write_names(const Choosers& slice, const std::uint32_t* at, Families& families) const;
  void write_seats(const Choosers& slice, const std::uint32_t* at, Families& families) const;
  void write_siblings(const Choosers& slice, const std::uint32_t* at, Families& families) const;
  void write_kinds(const Choosers& slice, const std::uint32_t* at, Families& families) const;
  void write_pictures(const Choosers& slice, const std::uint32_t* at, Families& families) const;

  const World& world_;
  const ChoiceParameters& nature_;
  const float outreach_;
  const float per_information_, per_baseline_, baseline_at_;
  std::vector<std::uint8_t> seats_;  ///< by cell; the last is that of no school
};

}  // namespace homeroom::choice
