#include "sim/observe/group_sums.hpp"

#include <algorithm>

#include "sim/core/wide.hpp"

namespace homeroom {
namespace {

/// Both kinds of special education count as one: a child's cell is its traits' lowest bits, with
/// the flag for moderate needs raised for severe ones, too.
constexpr std::uint16_t kCellMask =
    trait::kGroupMask | trait::kLowIncome | trait::kEnglishLearner | trait::kSpecialModerate;
constexpr std::size_t kCells = kCellMask + 1u;

std::uint16_t cell_of(std::uint16_t traits) {
  const bool special = (traits & trait::kSpecial) != 0;
  return static_cast<std::uint16_t>((traits & kCellMask) | (special ? trait::kSpecialModerate : 0));
}

constexpr std::uint16_t bits(Group group) { return static_cast<std::uint16_t>(group); }

/// Whose traits are `wanted`, of these flags, are in the group; in the order of `kChildrenGroups`.
struct Membership {
  std::uint16_t flags, wanted;
};
constexpr std::array<Membership, kChildrenGroups.size()> kMemberships = {{
    {0, 0},
    {trait::kLowIncome, trait::kLowIncome},
    {trait::kLowIncome, 0},
    {trait::kGroupMask, bits(Group::Black)},
    {trait::kGroupMask, bits(Group::Hispanic)},
    {trait::kGroupMask, bits(Group::White)},
    {trait::kGroupMask, bits(Group::Asian)},
    {trait::kGroupMask, bits(Group::Other)},
    {trait::kEnglishLearner, trait::kEnglishLearner},
    {trait::kEnglishLearner, 0},
    {trait::kSpecialModerate, trait::kSpecialModerate},
    {trait::kSpecialModerate, 0},
}};

/// Children who are added together.
constexpr std::size_t kStretch = 512;

/// True levels (see true_level.hpp), column by column.
HOMEROOM_WIDE void add_up(const float* __restrict baseline, const float* __restrict durable,
                          const float* __restrict fleeting, const float* __restrict transient,
                          std::size_t count, double* __restrict level) {
  for (std::size_t i = 0; i < count; ++i) {
    level[i] = static_cast<double>(baseline[i]) + static_cast<double>(durable[i]) +
               static_cast<double>(fleeting[i]) + static_cast<double>(transient[i]);
  }
}

/// Where each child of the rows from `first` on is counted, and who is of a tested grade.
struct Stretch {
  std::size_t first = 0, count = 0, tested = 0;
  std::array<std::uint32_t, kStretch> cell, tests;
  PerSubject<std::array<double, kStretch>> level;
  void look_at(const World& world);
};

void Stretch::look_at(const World& world) {
  const Students& students = world.students;
  tested = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t row = first + i, model = world.schools.model[students.school_of(row)].row();
    cell[i] = static_cast<std::uint32_t>(model * kCells + cell_of(students.traits[row]));
    // Gathered without a branch, which would be guessed wrong.
    tests[tested] = static_cast<std::uint32_t>(i);
    tested += is_tested(students.grade[row]);
  }
  for (int m = 0; m < kSubjects; ++m) {
    add_up(students.baseline[m].data() + first, students.durable[m].data() + first,
           students.fleeting[m].data() + first, students.transient[m].data() + first, count,
           level[m].data());
  }
}

/// Adds the children of a stretch, in the order of rows, to their models' cells.
void add_children(const Stretch& here, const Students& students, const PerSubject<float>& cut,
                  std::vector<ChildrenSums>& cells) {
  for (std::size_t i = 0; i < here.count; ++i) {
    ChildrenSums& cell = cells[here.cell[i]];
    ++cell.children;
    for (int m = 0; m < kSubjects; ++m) cell.level[m] += here.level[m][i];
  }
  for (std::size_t test = 0; test < here.tested; ++test) {
    const std::size_t i = here.tests[test];
    ChildrenSums& cell = cells[here.cell[i]];
    for (int m = 0; m < kSubjects; ++m) {
      const std::int16_t points = students.score[m][here.first + i];
      if (points == kNoScore) continue;
      ++cell.tested[m];
      cell.points[m] += points;
      cell.proficient[m] += static_cast<float>(points) >= cut[m];
    }
  }
}

}  // namespace

void ChildrenSums::add(const ChildrenSums& others) {
  children += others.children;
  for (int m = 0; m < kSubjects; ++m) {
    tested[m] += others.tested[m];
    proficient[m] += others.proficient[m];
    points[m] += others.points[m];
    level[m] += others.level[m];
  }
}

std::vector<SumsByGroup> sums_by_group(const World& world, std::size_t models,
                                       const PerSubject<double>& cuts) {
  PerSubject<float> cut{};
  for (int m = 0; m < kSubjects; ++m) cut[m] = static_cast<float>(cuts[m]) * kScorePoints;
  std::vector<ChildrenSums> cells(models * kCells);
  Stretch here;
  const std::size_t rows = world.students.size();
  for (here.first = 0; here.first < rows; here.first += kStretch) {
    here.count = std::min(kStretch, rows - here.first);
    here.look_at(world);
    add_children(here, world.students, cut, cells);
  }
  std::vector<SumsByGroup> sums(models + 1);
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (cells[at].children == 0) continue;
    for (std::size_t g = 0; g < kMemberships.size(); ++g) {
      if ((at % kCells & kMemberships[g].flags) != kMemberships[g].wanted) continue;
      sums[at / kCells][g].add(cells[at]);
      sums[models][g].add(cells[at]);
    }
  }
  return sums;
}

}  // namespace homeroom
