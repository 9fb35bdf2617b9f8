#include "analysis/probes/lasting.hpp"

#include <limits>

#include "analysis/estimators/kaplan_meier.hpp"
#include "analysis/estimators/school_spells.hpp"

namespace homeroom::probes {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::vector<estimators::Spell> spells_of(const panel::Panel& panel,
                                         const std::vector<std::string>& models) {
  const auto all = estimators::school_spells(panel);
  std::vector<estimators::Spell> spells;
  for (const std::string& model : models) {
    const auto found = all.find(model);
    if (found == all.end()) continue;
    spells.insert(spells.end(), found->second.begin(), found->second.end());
  }
  return spells;
}

}  // namespace

double share_still_open(const panel::Panel& panel, const std::vector<std::string>& models) {
  const auto spells = spells_of(panel, models);
  if (spells.empty()) return kNone;
  double open = 0.0;
  for (const estimators::Spell& spell : spells) open += !spell.ended;
  return open / static_cast<double>(spells.size());
}

double closures_a_year(const panel::Panel& panel, const std::vector<std::string>& models) {
  double ended = 0.0, years = 0.0;
  for (const estimators::Spell& spell : spells_of(panel, models)) {
    ended += spell.ended;
    years += spell.until - spell.from;
  }
  return years > 0.0 ? ended / years : kNone;
}

double share_lasting(const panel::Panel& panel, const std::vector<std::string>& models, int years) {
  auto spells = spells_of(panel, models);
  if (spells.empty()) return kNone;
  for (estimators::Spell& spell : spells) {
    spell.until -= spell.from;
    spell.from = 0.0;
  }
  return estimators::survival_at(estimators::kaplan_meier(spells, 0.95), years).survival;
}

}  // namespace homeroom::probes
