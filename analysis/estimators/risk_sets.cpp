#include "analysis/estimators/risk_sets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace homeroom::estimators {
namespace {

void refuse_spells_without_length(const std::vector<std::vector<Spell>>& groups) {
  for (std::size_t g = 0; g < groups.size(); ++g) {
    for (std::size_t i = 0; i < groups[g].size(); ++i) {
      const Spell& spell = groups[g][i];
      if (spell.from < spell.until) continue;  // false of NaN, too
      throw std::invalid_argument(
          fmt::format("spell {} of group {} goes from {} until {}; it must end after it began",
                      i + 1, g + 1, spell.from, spell.until));
    }
  }
}

/// Ages at which spells come under watch and leave it, in order.
struct Ages {
  std::vector<double> from, until;
  explicit Ages(const std::vector<Spell>& spells) {
    for (const Spell& spell : spells) {
      from.push_back(spell.from);
      until.push_back(spell.until);
    }
    std::sort(from.begin(), from.end());
    std::sort(until.begin(), until.end());
  }
  int at_risk(double age) const {
    const auto come = std::lower_bound(from.begin(), from.end(), age) - from.begin();
    const auto gone = std::lower_bound(until.begin(), until.end(), age) - until.begin();
    return static_cast<int>(come - gone);
  }
};

}  // namespace

std::vector<RiskSet> risk_sets(const std::vector<std::vector<Spell>>& groups) {
  refuse_spells_without_length(groups);
  std::vector<std::pair<double, std::size_t>> ends;
  std::vector<Ages> ages;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    ages.emplace_back(groups[g]);
    for (const Spell& spell : groups[g]) {
      if (spell.ended) ends.emplace_back(spell.until, g);
    }
  }
  std::sort(ends.begin(), ends.end());
  std::vector<RiskSet> sets;
  for (const auto& [age, group] : ends) {
    if (sets.empty() || sets.back().age != age) {
      sets.push_back({age, {}, std::vector<int>(groups.size(), 0)});
      for (const Ages& of : ages) sets.back().at_risk.push_back(of.at_risk(age));
    }
    ++sets.back().ended[group];
  }
  return sets;
}

}  // namespace homeroom::estimators
