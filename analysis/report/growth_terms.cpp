#include "analysis/report/growth_terms.hpp"

#include <algorithm>
#include <map>

#include "sim/core/words.hpp"
#include "sim/vocabulary/growth_terms.hpp"

namespace homeroom::report {
namespace {

/// The coefficients by which a term grows or shrinks as a whole, as docs/model/learning.md writes
/// its equations; those that only bend it are left out.
const std::map<std::string_view, std::vector<std::string>>& scales() {
  static const std::map<std::string_view, std::vector<std::string>> keys = {
      {"teacher",
       {"staffing.effect_sd", "staffing.effect_sd_ela", "learning.novice_first",
        "learning.novice_second", "learning.novice_fourth", "learning.substitute"}},
      {"leadership", {"learning.leadership"}},
      {"program", {"learning.program_mean", "learning.program_design", "learning.training"}},
      {"time", {"learning.time"}},
      {"resources", {"learning.resources"}},
      {"class_size", {"learning.class_size", "learning.class_size_later"}},
      {"climate", {"learning.climate"}},
      {"effort", {"learning.effort", "learning.effort_engagement"}},
      {"fit", {"learning.fit", "learning.fit_special"}},
      {"peers", {"learning.peers"}},
      {"disruption",
       {"learning.turnover", "learning.late_hires", "learning.start_up", "learning.inflow",
        "learning.own_move", "learning.double_duty", "learning.displaced_scale"}},
  };
  return keys;
}

GrowthTerm term_of(std::string_view word) {
  GrowthTerm term{std::string(word), with_blanks(word), {}};
  const auto found = scales().find(word);
  if (found == scales().end()) return term;
  for (const std::string& key : found->second) term.coefficients.push_back("nature." + key);
  return term;
}

}  // namespace

const std::vector<GrowthTerm>& growth_terms() {
  static const std::vector<GrowthTerm> terms = [] {
    std::vector<GrowthTerm> all;
    for (const TermName& name : kTermNames) all.push_back(term_of(name.word));
    return all;
  }();
  return terms;
}

}  // namespace homeroom::report
