#include "sim/year/choice_description.hpp"

namespace homeroom::choice {

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

}  // namespace homeroom::choice
