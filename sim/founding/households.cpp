#include <algorithm>
#include <numeric>

#include "sim/core/arithmetic.hpp"
#include "sim/core/buffer.hpp"
#include "sim/founding/found.hpp"

namespace homeroom {
namespace {

using GroupShares = std::array<double, kGroups>;

/// Shares of groups in each neighbourhood: log-odds of the city's shares, moved by poverty and by a
/// field of the group's own, and scaled until the city's shares hold.
class GroupMap {
 public:
  GroupMap(const Neighbourhoods& places, const Place& place, const HouseholdsParameters& nature)
      : places_(places), nature_(nature) {
    target_ = {place.share_black, place.share_hispanic, place.share_white, place.share_asian, 0.0};
    target_[4] = std::max(0.0, 1.0 - target_[0] - target_[1] - target_[2] - target_[3]);
    for (std::size_t g = 0; g < kGroups; ++g) base_[g] = log_of(std::max(target_[g], 1e-6));
    for (int step = 0; step < 60; ++step) adjust(place.segregation_race);
  }

  GroupShares shares(std::size_t home, double segregation) const {
    const std::array<double, kGroups> slope = {nature_.minority_by_poverty,
                                               nature_.minority_by_poverty,
                                               nature_.white_by_poverty, 0.0, 0.0};
    GroupShares shares{};
    double total = 0.0;
    for (std::size_t g = 0; g < kGroups; ++g) {
      shares[g] =
          exp_of(base_[g] + segregation * (slope[g] * places_.status[home] +
                                           nature_.group_field * places_.group_field[g][home]));
      total += shares[g];
    }
    for (double& share : shares) share /= total;
    return shares;
  }

 private:
  void adjust(double segregation) {
    GroupShares mean{};
    for (std::size_t home = 0; home < places_.weight.size(); ++home) {
      const GroupShares here = shares(home, segregation);
      for (std::size_t g = 0; g < kGroups; ++g) mean[g] += places_.weight[home] * here[g];
    }
    for (std::size_t g = 0; g < kGroups; ++g) {
      if (target_[g] > 0.0) base_[g] += log_of(target_[g] / std::max(mean[g], 1e-12));
    }
  }

  const Neighbourhoods& places_;
  const HouseholdsParameters& nature_;
  GroupShares target_{}, base_{};
};

std::vector<GroupShares> shares_by_home(const GroupMap& map, const Neighbourhoods& places,
                                        double segregation) {
  std::vector<GroupShares> shares(places.weight.size());
  for (std::size_t home = 0; home < shares.size(); ++home) {
    shares[home] = map.shares(home, segregation);
  }
  return shares;
}

double low_income_odds(const HouseholdsParameters& nature, double constant, double poverty,
                       bool white) {
  return logistic(constant + nature.income_by_poverty * poverty +
                  (white ? nature.income_white : 0.0));
}

/// The constant at which the city's share of low income holds, by bisection.
double low_income_constant(const Neighbourhoods& places, const std::vector<GroupShares>& shares,
                           const Place& place, const HouseholdsParameters& nature) {
  double low = -12.0, high = 12.0;
  for (int step = 0; step < 60; ++step) {
    const double middle = 0.5 * (low + high);
    double share = 0.0;
    for (std::size_t home = 0; home < places.weight.size(); ++home) {
      const double white = shares[home][2];
      share += places.weight[home] *
               (white * low_income_odds(nature, middle, places.status[home], true) +
                (1.0 - white) * low_income_odds(nature, middle, places.status[home], false));
    }
    (share < place.share_low_income ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

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
    return (static_cast<double>(words_[lane * rows_ + who]) + 0.5) * 0x1p-32;
  }

 private:
  std::size_t rows_;
  Buffer<std::uint32_t> words_;
};

}  // namespace

void settle_households(World& world, const Place& place, const Nature& nature, const Dice& dice) {
  double children = 0.0;
  for (const SchoolGroup& group : place.schools) children += group.students;
  const auto pairs = static_cast<std::size_t>(children / 2.0 + 0.5);
  const std::size_t rows = 2 * pairs;
  Students& students = world.students;
  students.resize(rows);
  const GroupMap map(world.places, place, nature.households);
  const auto shares = shares_by_home(map, world.places, place.segregation_race);
  const double constant = low_income_constant(world.places, shares, place, nature.households);
  std::array<std::vector<double>, 2> poor;  // by whether a household is white, and home
  for (const bool white : {false, true}) {
    for (const double poverty : world.places.status) {
      poor[white].push_back(low_income_odds(nature.households, constant, poverty, white));
    }
  }

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
      std::uint16_t traits = group_drawn(shares[home], words.uniform(Die::HouseholdGroup, who));
      const bool white = traits == static_cast<std::uint16_t>(Group::White);
      if (words.uniform(Die::HouseholdIncome, who) < poor[white][home]) {
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
