#include "analysis/estimators/school_spells.hpp"

namespace homeroom::estimators {
namespace {

struct Open {
  std::string model;
  Spell spell;
};

}  // namespace

std::map<std::string, std::vector<Spell>> school_spells(const panel::Panel& panel) {
  std::map<std::string, std::vector<Spell>> spells;
  std::map<int, Open> open;
  const auto end = [&](const Open& one, bool closed) {
    spells[one.model].push_back({one.spell.from, one.spell.until, closed});
  };
  for (const panel::Year& year : panel.years) {
    const panel::Schools& schools = year.schools;
    for (auto at = open.begin(); at != open.end();) {
      const bool there = schools.row_of(at->first) != panel::kNobody;
      if (!there) end(at->second, true);
      at = there ? std::next(at) : open.erase(at);
    }
    for (std::size_t s = 0; s < schools.size(); ++s) {
      const double age = year.year - schools.opened[s];
      const auto found = open.find(schools.school[s]);
      if (found != open.end() && found->second.model == schools.model[s]) {
        found->second.spell.until = age + 1;
        continue;
      }
      if (found != open.end()) end(found->second, false);
      open[schools.school[s]] = {schools.model[s], {age, age + 1, false}};
    }
  }
  for (const auto& [school, one] : open) end(one, false);
  return spells;
}

}  // namespace homeroom::estimators
