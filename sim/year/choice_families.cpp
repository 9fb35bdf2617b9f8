#include "sim/year/choice_families.hpp"

#include <algorithm>
#include <utility>

#include "sim/core/arithmetic.hpp"
#include "sim/core/parallel.hpp"
#include "sim/year/choice_choosers.hpp"

namespace homeroom::choice {
namespace {

/// What the table of families takes from the table of students, child by child. What hangs on the
/// seat stands in a table: which children lose theirs tells nothing about the next one.
class Description {
 public:
  Description(const World& world, const Law& law, const ChoiceParameters& nature,
              const SchoolsSeen& seen);
  void write(std::uint32_t row, std::uint8_t wish, std::size_t at, Families& families) const;

 private:
  /// Bits of a cell of school and grade.
  static constexpr std::uint8_t kGoesOn = 1, kDisplaces = 2;

  std::uint8_t seat_of(std::size_t row) const {
    const Students& students = world_.students;
    // kNoSchool is above all schools.
    return seats_[std::min(cell_of(students.school[row], students.grade[row]), seats_.size() - 1)];
  }
  std::uint16_t sibling_school(std::size_t row) const;
  float picture_weight(std::size_t row) const;

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

/// A sibling counts where it goes on: both rows of a household pair are one family.
std::uint16_t Description::sibling_school(std::size_t row) const {
  const Students& students = world_.students;
  const std::size_t other = (row ^ 1u) < students.size() ? row ^ 1u : row;
  const bool both =
      ((students.traits[row] & students.traits[other] & trait::kSibling) != 0) & (other != row);
  const bool goes_on = (seat_of(other) & kGoesOn) != 0;
  // All bits set is no school.
  const int hidden = (both & goes_on) - 1;
  return static_cast<std::uint16_t>(students.school[other] | hidden);
}

float Description::picture_weight(std::size_t row) const {
  const Students& students = world_.students;
  const float baseline = 0.5f * (students.baseline[kMath][row] + students.baseline[kEla][row]);
  const float known = information_of(world_, nature_, outreach_, row);
  return per_information_ * known + per_baseline_ * (baseline - baseline_at_);
}

void Description::write(std::uint32_t row, std::uint8_t wish, std::size_t at,
                        Families& families) const {
  static_assert(wish::kSeatless == 1 && wish::kDisplaced == 2 && kDisplaces == 2);
  static_assert(kNoSchool == 0xffff && trait::kLearner >> 5 == kind::kLearner);
  const Students& students = world_.students;
  const std::uint8_t seatless = wish & wish::kSeatless;
  const std::uint16_t traits = students.traits[row];
  const bool special = (traits & trait::kSpecial) != 0;
  families.row[at] = row;
  families.generation[at] = students.generation(row);
  families.own[at] = static_cast<std::uint16_t>(students.school[row] | -seatless);
  families.sibling[at] = sibling_school(row);
  families.home[at] = students.home[row];
  families.wish[at] = static_cast<std::uint8_t>(wish | (seat_of(row) & (seatless * kDisplaces)));
  families.grade[at] = students.grade[row];
  families.picture[at] = picture_weight(row);
  families.kind[at] = static_cast<std::uint8_t>(
      (traits & trait::kGroupMask) | (traits & trait::kLearner) >> 5 | special * kind::kSpecial);
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
      for (std::size_t i = 0; i < slice.row.size(); ++i) {
        const std::size_t at = next[part][slice.cell[i]]++;
        description.write(slice.row[i], slice.wish[i], at, families);
        families.lottery[at] = slice.lottery[i];
      }
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
