#include "sim/year/choice_families.hpp"

#include <algorithm>
#include <utility>

#include "sim/core/arithmetic.hpp"
#include "sim/core/parallel.hpp"
#include "sim/year/choice_choosers.hpp"

namespace homeroom::choice {
namespace {

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

Description::Description(const World& world, const Law& law, const ChoiceParameters& nature,
                         const SchoolsSeen& seen)
    : world_(world),
      nature_(nature),
      outreach_(static_cast<float>(law.choice.outreach.in(world.year))),
      per_information_(static_cast<float>(nature.picture_information)),
      per_baseline_(static_cast<float>(nature.picture_baseline)),
      baseline_at_(static_cast<float>(nature.picture_baseline_at)),
      seats_(seen.seats.size() + 1, 0) {
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const bool open = world.schools.is_open(SchoolId{s});
    for (int grade = 0; grade < kGrades; ++grade) {
      const std::size_t cell = cell_of(s, grade);
      const bool displaces = !open && world.schools.span[SchoolId{s}].has(grade);
      seats_[cell] = static_cast<std::uint8_t>((seen.seats[cell] > 0 ? kGoesOn : 0) |
                                               (displaces ? kDisplaces : 0));
    }
  }
}

// Columns are named once in each loop: a column of bytes might be anything, for all that the
// compiler knows.

void Description::write_names(const Choosers& slice, const std::uint32_t* at,
                              Families& families) const {
  const Students& students = world_.students;
  const std::uint32_t* const rows = slice.row.data();
  const std::uint32_t* const lottery = slice.lottery.data();
  std::uint32_t* __restrict const row = families.row.data();
  std::uint32_t* __restrict const generation = families.generation.data();
  std::uint32_t* __restrict const drawn = families.lottery.data();
  for (std::size_t i = 0; i < slice.row.size(); ++i) {
    row[at[i]] = rows[i];
    generation[at[i]] = students.generation(rows[i]);
    drawn[at[i]] = lottery[i];
  }
}

void Description::write_seats(const Choosers& slice, const std::uint32_t* at,
                              Families& families) const {
  static_assert(wish::kSeatless == 1 && wish::kDisplaced == 2 && kDisplaces == 2);
  static_assert(kNoSchool == 0xffff);
  const Seats seats(seats_, world_.students);
  const std::uint32_t* const rows = slice.row.data();
  const std::uint8_t* const wishes = slice.wish.data();
  const std::uint16_t* const school = world_.students.school.data();
  std::uint16_t* __restrict const own = families.own.data();
  std::uint8_t* __restrict const wish = families.wish.data();
  for (std::size_t i = 0; i < slice.row.size(); ++i) {
    const std::uint8_t seatless = wishes[i] & wish::kSeatless;
    own[at[i]] = static_cast<std::uint16_t>(school[rows[i]] | -seatless);
    wish[at[i]] =
        static_cast<std::uint8_t>(wishes[i] | (seats.of(rows[i]) & (seatless * kDisplaces)));
  }
}

/// A sibling counts where it goes on: both rows of a household pair are one family.
void Description::write_siblings(const Choosers& slice, const std::uint32_t* at,
                                 Families& families) const {
  const Seats seats(seats_, world_.students);
  const std::size_t all = world_.students.size();
  const std::uint32_t* const rows = slice.row.data();
  const std::uint16_t* const traits = world_.students.traits.data();
  const std::uint16_t* const school = world_.students.school.data();
  std::uint16_t* __restrict const sibling = families.sibling.data();
  for (std::size_t i = 0; i < slice.row.size(); ++i) {
    const std::uint32_t row = rows[i];
    const std::uint32_t other = (row ^ 1u) < all ? row ^ 1u : row;
    const bool both = ((traits[row] & traits[other] & trait::kSibling) != 0) & (other != row);
    const bool goes_on = (seats.of(other) & kGoesOn) != 0;
    // All bits set is no school.
    const int hidden = (both & goes_on) - 1;
    sibling[at[i]] = static_cast<std::uint16_t>(school[other] | hidden);
  }
}

void Description::write_kinds(const Choosers& slice, const std::uint32_t* at,
                              Families& families) const {
  static_assert(trait::kLearner >> 5 == kind::kLearner);
  const std::uint32_t* const rows = slice.row.data();
  const std::uint16_t* const traits = world_.students.traits.data();
  const std::uint16_t* const homes = world_.students.home.data();
  const std::uint8_t* const grades = world_.students.grade.data();
  std::uint16_t* __restrict const home = families.home.data();
  std::uint8_t* __restrict const grade = families.grade.data();
  std::uint8_t* __restrict const kind = families.kind.data();
  for (std::size_t i = 0; i < slice.row.size(); ++i) {
    const std::uint16_t has = traits[rows[i]];
    const bool special = (has & trait::kSpecial) != 0;
    kind[at[i]] = static_cast<std::uint8_t>(
        (has & trait::kGroupMask) | (has & trait::kLearner) >> 5 | special * kind::kSpecial);
    home[at[i]] = homes[rows[i]];
    grade[at[i]] = grades[rows[i]];
  }
}

void Description::write_pictures(const Choosers& slice, const std::uint32_t* at,
                                 Families& families) const {
  const Students& students = world_.students;
  const std::uint32_t* const rows = slice.row.data();
  const float* const math = students.baseline[kMath].data();
  const float* const ela = students.baseline[kEla].data();
  float* __restrict const picture = families.picture.data();
  for (std::size_t i = 0; i < slice.row.size(); ++i) {
    const float baseline = 0.5f * (math[rows[i]] + ela[rows[i]]);
    const float known = information_of(world_, nature_, outreach_, rows[i]);
    picture[at[i]] = per_information_ * known + per_baseline_ * (baseline - baseline_at_);
  }
}

void Description::write(const Choosers& slice, const std::uint32_t* at, Families& families) const {
  write_names(slice, at, families);
  write_seats(slice, at, families);
  write_siblings(slice, at, families);
  write_kinds(slice, at, families);
  write_pictures(slice, at, families);
}

void resize(Families& families, std::size_t count) {
  for (auto* column : {&families.row, &families.generation, &families.lottery}) {
    *column = Buffer<std::uint32_t>(count);
  }
  for (auto* column : {&families.own, &families.sibling, &families.home}) {
    *column = Buffer<std::uint16_t>(count);
  }
  for (auto* column : {&families.wish, &families.grade, &families.kind}) {
    *column = Buffer<std::uint8_t>(count);
  }
  families.picture = Buffer<float>(count);
}

/// Puts families in order of grade and neighbourhood; the order of rows is kept within them. Parts
/// of neighbouring slices are put side by side.
Families sorted_by_cell(std::size_t neighbourhoods, const Description& description,
                        const std::vector<Choosers>& slices) {
  const std::size_t cells = neighbourhoods * kGrades;
  const std::size_t parts = std::clamp<std::size_t>(slices.size() / 8, 1, 8);
  std::vector<std::vector<std::uint32_t>> next(parts);  // by part and cell: where its rows go on
  const auto for_slices_of = [&](std::size_t part, auto&& body) {
    const std::size_t past = slices.size() * (part + 1) / parts;
    for (std::size_t s = slices.size() * part / parts; s < past; ++s) body(slices[s]);
  };
  for_each_index(parts, [&](std::size_t part) {
    next[part].assign(cells, 0);
    for_slices_of(part, [&](const Choosers& slice) {
      for (const std::uint32_t cell : slice.cell) ++next[part][cell];
    });
  });
  Families families;
  families.neighbourhoods = neighbourhoods;
  families.first.assign(cells + 1, 0);
  for (std::size_t cell = 0; cell < cells; ++cell) {
    std::uint32_t at = families.first[cell];
    for (auto& of_part : next) at += std::exchange(of_part[cell], at);
    families.first[cell + 1] = at;
  }
  resize(families, families.first.back());
  for_each_index(parts, [&](std::size_t part) {
    for_slices_of(part, [&](const Choosers& slice) {
      Buffer<std::uint32_t> at(slice.cell.size());
      for (std::size_t i = 0; i < at.size(); ++i) at[i] = next[part][slice.cell[i]]++;
      description.write(slice, at.data(), families);
    });
  });
  return families;
}

/// Children with a seat to keep, by cell; those without a school are counted past the last cell and
/// left away, so that there is no branch.
std::vector<int> count_holders(const Students& students, const SchoolsSeen& seen) {
  const std::size_t cells = seen.seats.size();
  std::vector<int> holders = count_by_parts(
      students.size(), cells + 1, [&](std::size_t first, std::size_t past, std::vector<int>& here) {
        for (std::size_t row = first; row < past; ++row) {
          ++here[std::min(cell_of(students.school[row], students.grade[row]), cells)];
        }
      });
  holders.pop_back();
  for (std::size_t cell = 0; cell < cells; ++cell) {
    if (seen.seats[cell] <= 0) holders[cell] = 0;
  }
  return holders;
}

}  // namespace

Families find_families(const World& world, const Law& law, const ChoiceParameters& nature,
                       const Dice& dice, const SchoolsSeen& seen, bool founding) {
  const Wishes wishes(world, law, nature, seen, founding);
  const std::size_t rows = world.students.size();
  std::vector<Choosers> slices(slices_of(rows));
  for_slices(rows, [&](std::size_t first, std::size_t past, std::size_t slice) {
    slices[slice] = choosers_in(world, dice, wishes, first, past);
  });
  const Description description(world, law, nature, seen);
  Families families = sorted_by_cell(world.places.x.size(), description, slices);
  families.holders = count_holders(world.students, seen);
  return families;
}

}  // namespace homeroom::choice
