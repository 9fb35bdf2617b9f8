#include "sim/year/staffing.hpp"

namespace homeroom {
namespace {

struct Teller {
  FieldVisitor& visit;
  void logit(std::string_view key, std::string_view text, double& field) const {
    visit.number({key, "logit", -10, 10, text}, field);
  }
  void share(std::string_view key, std::string_view text, double& field) const {
    visit.number({key, "share", 0, 1, text}, field);
  }
  void growth(std::string_view key, std::string_view text, double& field) const {
    visit.number({key, "SD/year", -1, 1, text}, field);
  }
  void years(std::string_view key, std::string_view text, double& field) const {
    visit.number({key, "years", 0, 100, text}, field);
  }
  void taste(std::string_view key, std::string_view text, double& field) const {
    visit.number({key, "utility", -5, 5, text}, field);
  }
};

void describe_effects(const Teller& tell, StaffingParameters& p) {
  tell.growth("effect_mean", "mean effectiveness in mathematics of ordinary candidates",
              p.effect_mean);
  // Evaluations and the other subject are told in these SDs: alike is a thousandth, never 0.
  tell.visit.number({"effect_sd", "SD/year", 0.001, 1, "SD of effectiveness in mathematics"},
                    p.effect_sd);
  tell.growth("effect_mean_ela", "mean effectiveness in ELA of ordinary candidates",
              p.effect_mean_ela);
  tell.visit.number({"effect_sd_ela", "SD/year", 0.001, 1, "SD of effectiveness in ELA"},
                    p.effect_sd_ela);
  tell.visit.number({"effect_correlation", "1", 0, 1, "correlation of the two subjects"},
                    p.effect_correlation);
  tell.growth("stock_advantage", "teachers in post against candidates at the start",
              p.stock_advantage);
  tell.growth("seen_noise", "SD of the noise of one year's evaluation", p.seen_noise);
  tell.years("seen_years", "years of evaluations that count; older ones fade", p.seen_years);
}

void describe_exits(const Teller& tell, StaffingParameters& p) {
  tell.logit("exit_base", "leaving a school in mid-career, every other term 0", p.exit_base);
  tell.logit("exit_early", "added in the first years of a career", p.exit_early);
  tell.years("early_years", "last year of experience that counts as early", p.early_years);
  tell.logit("exit_late", "added at the end of a career", p.exit_late);
  tell.years("late_from", "experience from which leaving rises again", p.late_from);
  tell.years("late_ramp", "years until it has risen fully", p.late_ramp);
  tell.logit("exit_poverty", "per unit of the school's low-income share", p.exit_poverty);
  tell.share("poverty_reference", "low-income share at which the poverty terms are 0",
             p.poverty_reference);
  tell.logit("exit_climate", "taken off per unit of climate", p.exit_climate);
  tell.logit("exit_leadership", "taken off per SD of leadership", p.exit_leadership);
  tell.logit("exit_friction", "per unit of friction", p.exit_friction);
  tell.logit("exit_hours", "per extra hour a day", p.exit_hours);
  tell.share("elect_relief", "share of that lifted where hours were agreed to when hired",
             p.elect_relief);
  tell.share("plan_relief", "share of the burden of hours lifted by a plan shared by schools",
             p.plan_relief);
  tell.logit("exit_urgency", "per unit of urgency without support", p.exit_urgency);
  tell.logit("exit_effect", "taken off per SD/year of effectiveness", p.exit_effect);
  tell.logit("exit_fit", "taken off per SD of fit in a fully distinct school", p.exit_fit);
  tell.logit("exit_pay", "taken off per unit of pay above the market", p.exit_pay);
  tell.logit("exit_new_principal", "added where the principal is new", p.exit_new_principal);
  tell.logit("exit_takeover", "added where an imposed model changed the employer", p.exit_takeover);
  tell.years("takeover_years", "years for which that lasts", p.takeover_years);
  tell.logit("exit_after_bonus", "added for recruited teachers once the bonus has ended",
             p.exit_after_bonus);
  tell.logit("exit_threat", "added for those seen as poor where they may be dismissed, unsupported",
             p.exit_threat);
  tell.share("move_share", "of those who leave, share who look for another school of the city",
             p.move_share);
  tell.share("move_found", "share of those who find one, for first careers", p.move_found);
  tell.visit.number({"hired_novices", "ratio", 0.5, 2,
                     "share of novices among those hired against candidates, for first careers"},
                    p.hired_novices);
  tell.share("placed_share", "first staff placed without consent where schools must take them",
             p.placed_share);
  tell.years("retirement_age", "age from which leaving is retiring", p.retirement_age);
  tell.years("last_age", "age at which the last teachers retire", p.last_age);
}

void describe_removal(const Teller& tell, StaffingParameters& p) {
  tell.visit.number({"dismiss_below", "teacher-SD", 0, 4, "seen so far below the mean is poor"},
                    p.dismiss_below);
  tell.share("dismiss_rate", "poor teachers dismissed a year by a skilled leader with the right",
             p.dismiss_rate);
  tell.share("dismiss_floor", "share of that by a leader without skill", p.dismiss_floor);
  tell.share("dismiss_untenured", "poor teachers without tenure not renewed, without the right",
             p.dismiss_untenured);
  tell.share("removal_begun", "poor tenured teachers whose removal is begun without the right",
             p.removal_begun);
  tell.share("removal_success", "removals that succeed at their end", p.removal_success);
  tell.visit.number({"rating_avoided", "1/year", 0, 2,
                     "how much rarer removals are begun for each year that they take"},
                    p.rating_avoided);
  tell.years("removal_reference", "years of a removal for which the share begun holds",
             p.removal_reference);
  tell.share("misfit_rate", "misfits dismissed a year with the right", p.misfit_rate);
  tell.visit.number({"misfit_below", "SD", -5, 0, "fit below which a teacher is a misfit"},
                    p.misfit_below);
  tell.share("displaced", "district teachers whose post is given another use in a year",
             p.displaced);
  tell.visit.number({"layoff_seniority", "years/teacher-SD", 0, 100,
                     "years of seniority that weigh as one SD of evaluations in a layoff"},
                    p.layoff_seniority);
  tell.share("restart_keep", "staff kept at a restart under a model without a reset of its own",
             p.restart_keep);
  tell.share("placed_released",
             "teachers placed before whom schools send back once all schools may refuse",
             p.placed_released);
  tell.share("pool_leave", "teachers of the pool who leave the city a year", p.pool_leave);
  tell.visit.number(
      {"pool_package", "share per salary", 0, 2, "more who leave for a severance of one salary"},
      p.pool_package);
  tell.share("pool_search", "teachers of the pool who apply to schools in a year", p.pool_search);
  tell.visit.number({"pool_tolerance", "share of staff", 0.001, 1,
                     "paid pool at which the pressure to place without consent is full"},
                    p.pool_tolerance);
  tell.years("return_years", "years for which a displaced teacher may reclaim a post",
             p.return_years);
}

void describe_tastes(const Teller& tell, StaffingParameters& p) {
  tell.visit.number({"taste_spread", "utility", 0.01, 5, "scale of the Gumbel taste"},
                    p.taste_spread);
  tell.taste("attract_climate", "per unit of climate", p.attract_climate);
  tell.taste("attract_poverty", "taken off per unit of low-income share", p.attract_poverty);
  tell.taste("attract_leadership", "per SD of leadership", p.attract_leadership);
  tell.taste("attract_pay", "per unit of pay above the scale", p.attract_pay);
  tell.taste("attract_hours", "taken off per extra hour a day", p.attract_hours);
  tell.taste("attract_right", "for a school that runs its own selection", p.attract_right);
  tell.taste("attract_zone", "for a zone that recruits in full", p.attract_zone);
  tell.taste("attract_distance", "taken off per km", p.attract_distance);
  tell.taste("attract_mission", "per SD of fit with a fully distinct school", p.attract_mission);
}

void describe_hiring(const Teller& tell, StaffingParameters& p) {
  tell.growth("hire_noise", "SD of the noise in a school's judgement of a candidate", p.hire_noise);
  tell.visit.number({"noise_skill", "1", 0, 5, "log reduction by own selection and skill"},
                    p.noise_skill);
  tell.visit.number({"noise_leadership", "1/SD", 0, 5, "log reduction per SD of leadership"},
                    p.noise_leadership);
  tell.share("noise_internal", "noise left where the candidate works in the city",
             p.noise_internal);
  tell.growth("hire_fit", "worth of one SD of fit to a fully distinct school that selects",
              p.hire_fit);
  tell.growth("hire_first_year", "taken off for a candidate without experience", p.hire_first_year);
  tell.growth("hire_early_years", "taken off for a candidate with one or two years",
              p.hire_early_years);
  tell.visit.integer({"applications", "applications", 1, 12, "schools a candidate applies to"},
                     p.applications);
  tell.visit.integer({"late_applications", "applications", 1, 12, "the same in late summer"},
                     p.late_applications);
  tell.visit.integer({"looks", "schools/application", 1, 8,
                      "schools looked at for each application: some have no opening"},
                     p.looks);
  tell.share("listed_share", "outside candidates on the district's list", p.listed_share);
  tell.share("late_share", "openings that come late if hiring starts at the end of summer",
             p.late_share);
  tell.share("late_right", "share of that avoided by hiring rights of one's own", p.late_right);
  tell.share("late_experienced", "experienced outside candidates still free in late summer",
             p.late_experienced);
}

void describe_supply(const Teller& tell, StaffingParameters& p) {
  tell.growth("supply_fall", "fall of effectiveness one ordinary list further down the supply",
              p.supply_fall);
  tell.visit.number({"supply_depth", "lists", 1, 5, "ordinary lists there are at most"},
                    p.supply_depth);
  tell.years("candidate_experience", "mean experience of candidates who are no novices",
             p.candidate_experience);
  tell.years("first_age", "youngest age at the start of a career", p.first_age);
  tell.years("age_spread", "mean of what is older than that", p.age_spread);
}

void describe_recruitment(const Teller& tell, StaffingParameters& p) {
  tell.visit.number({"recruit_seen", "teachers/vacancy", 0, 200,
                     "district teachers looked at for each vacancy at full effort"},
                    p.recruit_seen);
  tell.growth("recruit_noise", "SD of the noise in recruiters' judgement", p.recruit_noise);
  tell.growth("recruit_bar", "seen effectiveness above which a teacher is asked", p.recruit_bar);
  tell.share("recruit_accept", "teachers asked by the strongest leaders who accept",
             p.recruit_accept);
  tell.share("recruit_floor", "share of that asked by the weakest", p.recruit_floor);
  tell.visit.number(
      {"recruit_pay", "SD per unit", 0, 50, "leadership that a premium of one salary is worth"},
      p.recruit_pay);
  tell.visit.integer({"bonus_years", "years", 0, 20, "years a recruitment bonus is paid"},
                     p.bonus_years);
}

void describe_morale(const Teller& tell, StaffingParameters& p) {
  tell.share("morale_kept", "share of last year's morale that stays", p.morale_kept);
  tell.taste("morale_climate", "per unit of climate", p.morale_climate);
  tell.taste("morale_pay", "per unit of pay above the scale", p.morale_pay);
  tell.taste("morale_hours", "taken off per extra hour a day", p.morale_hours);
  tell.taste("morale_friction", "taken off per unit of friction", p.morale_friction);
}

}  // namespace

void StaffingParameters::describe(FieldVisitor& visit) {
  const Teller tell{visit};
  describe_effects(tell, *this);
  describe_exits(tell, *this);
  describe_removal(tell, *this);
  describe_tastes(tell, *this);
  describe_hiring(tell, *this);
  describe_supply(tell, *this);
  describe_recruitment(tell, *this);
  describe_morale(tell, *this);
}

}  // namespace homeroom
