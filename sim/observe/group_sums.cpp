#include "sim/observe/group_sums.hpp"

#include "sim/observe/true_level.hpp"

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

/// Adds every child, in the order of rows, to its model's cell.
void add_children(const World& world, const PerSubject<float>& cut,
                  std::vector<ChildrenSums>& cells) {
  const Students& students = world.students;
  for (std::size_t row = 0; row < students.size(); ++row) {
    const std::size_t model = world.schools.model[students.school_of(row)].row();
    ChildrenSums& cell = cells[model * kCells + cell_of(students.traits[row])];
    ++cell.children;
    const bool sat = is_tested(students.grade[row]);
    for (int m = 0; m < kSubjects; ++m) {
      cell.level[m] += true_level(students, row, m);
      const std::int16_t points = students.score[m][row];
      if (!sat || points == kNoScore) continue;
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
  add_children(world, cut, cells);
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
