#include "sim/year/leadership.hpp"

namespace homeroom {

void LeadershipParameters::describe(FieldVisitor& visit) {
  const auto logit = [&](std::string_view key, std::string_view text, double& field) {
    visit.number({key, "logit", -10, 10, text}, field);
  };
  const auto share = [&](std::string_view key, std::string_view text, double& field) {
    visit.number({key, "share", 0, 1, text}, field);
  };
  const auto shift = [&](std::string_view key, std::string_view text, double& field) {
    visit.number({key, "SD", -3, 3, text}, field);
  };
  const auto growth = [&](std::string_view key, std::string_view text, double& field) {
    visit.number({key, "SD/year", -1, 1, text}, field);
  };
  logit("exit_base", "leaving a school, every other term 0", exit_base);
  logit("exit_poverty", "per unit of the school's low-income share", exit_poverty);
  share("poverty_reference", "low-income share at which the poverty term is 0", poverty_reference);
  logit("exit_frustration", "per unit of frustration", exit_frustration);
  logit("exit_urgency", "per unit of urgency", exit_urgency);
  logit("exit_climate", "taken off per unit of climate", exit_climate);
  logit("exit_late", "added late in a post", exit_late);
  visit.number({"late_years", "years", 0, 50, "years in post after which that holds"}, late_years);
  share("frustration_kept", "share of last year's frustration that stays", frustration_kept);
  shift("successor_shift", "successors against those in post", successor_shift);
  visit.number({"skill_correlation", "1", 0, 1, "correlation of skill with leadership"},
               skill_correlation);
  shift("pipeline_coaching", "what a full dose of coaching adds to successors", pipeline_coaching);
  shift("pipeline_teams", "what teacher leadership teams add to successors", pipeline_teams);
  growth("growth_leadership", "leadership gained a year in the first years", growth_leadership);
  growth("growth_skill", "autonomy skill gained a year in the first years", growth_skill);
  visit.number({"growth_years", "years", 0, 40, "years of experience in which principals grow"},
               growth_years);
  growth("coaching_leadership", "leadership gained a year under full coaching in those years",
         coaching_leadership);
  growth("coaching_skill", "autonomy skill gained a year under full coaching in those years",
         coaching_skill);
  share("network", "share of the gap to better principals of the zone closed in a year", network);
  share("mentoring", "share of a novice's gap to veterans closed in a year of full mentoring",
        mentoring);
  share("mentoring_time", "time that full mentoring takes from all who meet", mentoring_time);
  share("friction_time", "time lost per unit of friction", friction_time);
  share("compliance_time", "time lost per unit of the office's load of rules", compliance_time);
  share("fit_lost", "share of teachers' fit that goes with the principal", fit_lost);
}

}  // namespace homeroom
