#include "sim/year/choice_families.hpp"

#include <algorithm>
#include <utility>

#include "sim/core/parallel.hpp"
#include "sim/year/choice_description.hpp"

namespace homeroom::choice {
namespace {

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
