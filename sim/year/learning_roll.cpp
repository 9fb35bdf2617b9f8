#include "sim/year/learning_roll.hpp"

#include <algorithm>

#include "sim/core/parallel.hpp"

namespace homeroom::learning {
namespace {

std::vector<std::uint32_t> first_sections(const Posts& posts, std::size_t cells) {
  std::vector<std::uint32_t> first(cells + 1, 0);
  for (std::size_t cell = 0; cell < cells; ++cell) {
    first[cell + 1] =
        first[cell] + static_cast<std::uint32_t>(std::max(1, sections_in(posts, cell)));
  }
  return first;
}

/// Sums over those of a slice's children who sit in a cell.
struct CellSums {
  double baseline = 0;
  std::uint32_t cell = 0;
  int children = 0;
};

/// Those of the cells that a slice meets, as it meets them: a large city has more cells than a
/// slice has children.
using CellsMet = std::vector<CellSums>;

/// Some slices, one after the other.
class RollPart {
 public:
  RollPart(const Students& students, const std::vector<std::uint32_t>& first)
      : students_(students), first_(first), place_(first.size() - 1, 0), pupils_(first.back(), 0) {}

  CellsMet count(std::size_t first, std::size_t past);
  const std::vector<int>& pupils() const { return pupils_; }

 private:
  const Students& students_;
  const std::vector<std::uint32_t>& first_;
  std::vector<std::uint16_t> place_;  ///< of a cell in the slice's sums, from 1; 0: not met yet
  std::vector<int> pupils_;
};

CellsMet RollPart::count(std::size_t first, std::size_t past) {
  static_assert(kSliceRows < 0xffff);
  CellsMet sums(std::min(past - first, place_.size()));
  const std::uint16_t* const school = students_.school.data();
  const std::uint8_t* const grade = students_.grade.data();
  const std::uint8_t* const section = students_.section.data();
  const float* const math = students_.baseline[kMath].data();
  const float* const ela = students_.baseline[kEla].data();
  const std::uint32_t* const first_section = first_.data();
  std::uint16_t* const place = place_.data();
  int* const pupils = pupils_.data();
  unsigned met = 0;
  for (std::size_t row = first; row < past; ++row) {
    const std::size_t cell = cell_of(school[row], grade[row]);
    // Half of a slice's children are the first of their cell: no branch could guess whom.
    const unsigned before = place[cell];
    met += before == 0;
    const unsigned at = before == 0 ? met : before;
    place[cell] = static_cast<std::uint16_t>(at);
    CellSums& here = sums[at - 1];
    here.cell = static_cast<std::uint32_t>(cell);
    here.baseline += 0.5 * (static_cast<double>(math[row]) + static_cast<double>(ela[row]));
    ++here.children;
    ++pupils[first_section[cell] + section[row]];
  }
  sums.resize(met);
  for (const CellSums& here : sums) place[here.cell] = 0;
  return sums;
}

}  // namespace

Roll call_roll(const World& world) {
  const std::size_t cells = world.schools.size() * kGrades, rows = world.students.size();
  Roll roll{first_sections(world.posts, cells),
            {},
            std::vector<int>(cells, 0),
            std::vector<double>(cells, 0.0)};
  // A part of the roll has pupils of its own for every section, so there are few.
  std::vector<CellsMet> slices(slices_of(rows));
  const std::size_t parts = std::clamp<std::size_t>(slices.size() / 8, 1, 16);
  std::vector<std::vector<int>> pupils(parts);
  for_each_index(parts, [&](std::size_t part) {
    RollPart here(world.students, roll.first);
    for (std::size_t s = slices.size() * part / parts; s < slices.size() * (part + 1) / parts;
         ++s) {
      slices[s] = here.count(s * kSliceRows, std::min(rows, (s + 1) * kSliceRows));
    }
    pupils[part] = here.pupils();
  });
  roll.pupils = std::move(pupils[0]);
  for (std::size_t part = 1; part < parts; ++part) {
    for (std::size_t i = 0; i < roll.pupils.size(); ++i) roll.pupils[i] += pupils[part][i];
  }
  // Over slices in their order, which fixes the rounding of sums.
  for (const CellsMet& slice : slices) {
    for (const CellSums& here : slice) {
      roll.baseline[here.cell] += here.baseline;
      roll.children[here.cell] += here.children;
    }
  }
  for (std::size_t cell = 0; cell < cells; ++cell) {
    if (roll.children[cell] > 0) roll.baseline[cell] /= roll.children[cell];
  }
  return roll;
}

}  // namespace homeroom::learning
