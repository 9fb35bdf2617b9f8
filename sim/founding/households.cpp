#include <algorithm>
#include <numeric>

#include "sim/chance/unit_interval.hpp"
#include "sim/core/buffer.hpp"
#include "sim/founding/found.hpp"
#include "sim/founding/home_shares.hpp"

namespace homeroom {
namespace {

std::uint16_t group_drawn(const GroupShares& shares, double u) {
  std::uint16_t group = 0;
  while (group + 1 < kGroups && u >= shares[group]) u -= shares[group++];
  return group;
}

/// Cohorts of equal size everywhere; children of one family three grades apart.
std::uint8_t first_grade_of(std::size_t row) {
  return static_cast<std::uint8_t>(((row / 2) * 5 + (row % 2) * 3) % kGrades);
}

void set_learner_ratios(World& world, double seldom) {
  const Students& students = world.students;
  double often = 0.0;
  for (std::size_t row = 0; row < students.size(); ++row) {
    const Group group = students.group(row);
    often += group == Group::Hispanic || group == Group::Asian || group == Group::Other;
  }
  often /= static_cast<double>(std::max<std::size_t>(1, students.size()));
  if (often > 0.05) {
    world.city.learner_seldom = seldom;
    world.city.learner_often = (1.0 - seldom * (1.0 - often)) / often;
  }
}

/// The block of dice that makes households, for all rows at once.
class HouseholdWords {
 public:
  HouseholdWords(const Dice& dice, std::size_t rows) : rows_(rows), words_(4 * rows) {
    static_assert(
        static_cast<int>(Die::HouseholdGroup) / 4 == static_cast<int>(Die::HouseholdSibling) / 4 &&
        static_cast<int>(Die::HouseholdGroup) / 4 == static_cast<int>(Die::HouseholdIncome) / 4);
    std::vector<std::uint32_t> low(rows), high(rows, 0);
    std::iota(low.begin(), low.end(), 0u);
    std::uint32_t* const lanes[4] = {words_.data(), words_.data() + rows, words_.data() + 2 * rows,
                                     words_.data() + 3 * rows};
    dice.block(Die::HouseholdGroup, 0, low.data(), high.data(), 0, static_cast<int>(rows), lanes);
  }
  /// Uniform on (0, 1), equal to that of the dice.
  double uniform(Die die, std::size_t who) const {
    const std::size_t lane = static_cast<std::size_t>(die) % 4;
    return unit_interval(words_[lane * rows_ + who]);
  }

 private:
  std::size_t rows_;
  Buffer<std::uint32_t> words_;
};

}  // namespace

void settle_households(World& world, const Place& place, const Settlement& settlement,
                       const Nature& nature, const Dice& dice) {
  const auto pairs = static_cast<std::size_t>(place.children() / 2.0 + 0.5);
  const std::size_t rows = 2 * pairs;
  Students& students = world.students;
  students.resize(rows);
  const HomeShares homes = shares_of_homes(world.places, place, settlement, nature.households);

  const HouseholdWords words(dice, rows);
  // Households lie by neighbourhood, so that neighbours in memory look up the same schools.
  double upto = world.places.weight[0];
  std::size_t home = 0;
  for (std::size_t pair = 0; pair < pairs; ++pair) {
    const double at = (static_cast<double>(pair) + 0.5) / static_cast<double>(pairs);
    while (at > upto && home + 1 < world.places.weight.size()) upto += world.places.weight[++home];
    const bool family = words.uniform(Die::HouseholdSibling, pair) < place.sibling_share;
    for (std::size_t child = 0; child < 2; ++child) {
      const std::size_t row = 2 * pair + child;
      const std::size_t who = family ? 2 * pair : row;
      std::uint16_t traits =
          group_drawn(homes.groups[home], words.uniform(Die::HouseholdGroup, who));
      const bool white = traits == static_cast<std::uint16_t>(Group::White);
      if (words.uniform(Die::HouseholdIncome, who) < homes.poor[white][home]) {
        traits |= trait::kLowIncome;
      }
      if (family) traits |= trait::kSibling;
      students.home[row] = static_cast<std::uint16_t>(home);
      students.traits[row] = traits;
      students.grade[row] = first_grade_of(row);
    }
  }
  set_learner_ratios(world, nature.households.learner_seldom);
  orthogonalise_field(world);
  std::vector<std::uint32_t> all(rows);
  for (std::size_t row = 0; row < rows; ++row) all[row] = static_cast<std::uint32_t>(row);
  settle_children(world, nature.cohort, dice, world.year, all);
}

}  // namespace homeroom
