#include "sim/policy/school_model.hpp"

namespace homeroom {

namespace {
using Names = std::vector<std::string_view>;
}

const Names& employer_names() {
  static const Names names = {"district", "school", "state"};
  return names;
}
const Names& guarantee_names() {
  static const Names names = {
      "none",        "board_plan",    "turnaround_plan",   "union_agreement",
      "zone_office", "state_charter", "independent_board", "separate"};
  return names;
}
const Names& admission_names() {
  static const Names names = {"assignment", "lottery", "examination"};
  return names;
}
const Names& consequence_names() {
  static const Names names = {"none", "trim_rights", "replace_leader", "restart", "close"};
  return names;
}
const Names& destination_names() {
  static const Names names = {"none", "exit", "pool", "nearby_school", "other_school", "idle_pay"};
  return names;
}
const Names& origin_names() {
  static const Names names = {"start_up", "conversion", "imposed", "ordinary"};
  return names;
}

namespace {

void describe_staff_levers(SchoolModel& model, FieldVisitor& visit) {
  visit.dated({"hire_fit_weight", "1", 0, 5, "weight of fit in hiring, against the usual"},
              model.hire_fit_weight);
  visit.dated({"agreement_binds_placed", "share", 0, 1,
               "how far the work agreement binds staff who were placed without consent"},
              model.agreement_binds_placed);
  visit.dated({"work_agreement_threshold", "share", 0, 1,
               "share of staff who must sign each year's work agreement; 0: no vote"},
              model.work_agreement_threshold);
  visit.dated({"mentoring", "share", 0, 1,
               "novice principals are paired with veterans and meet weekly, share of a full dose"},
              model.mentoring);
}

void describe_special_needs(SchoolModel& model, FieldVisitor& visit) {
  visit.dated(
      {"special_draw", "logit", -3, 3,
       "how much more children with special needs are drawn to its schools and placed there"},
      model.special_draw);
  visit.dated({"counselling_out", "share/year", 0, 1,
               "children with special needs who are urged to leave within the year, beside others"},
              model.counselling_out);
}

void describe_oversight(SchoolModel& model, FieldVisitor& visit) {
  visit.dated({"results_oversight", "share", 0, 1,
               "its overseers ask for results only, not for reports on methods"},
              model.results_oversight);
  visit.dated({"in_kind_per_student", "USD/student", 0, 10000,
               "building and services that the district gives free of charge"},
              model.in_kind_per_student);
  visit.dated({"idle_pay_limit", "share of revenue", 0, 1,
               "pay of idle staff above which a school is restarted no more"},
              model.idle_pay_limit);
  visit.dated({"review_gain", "percentiles", 0, 100,
               "rise since the last review that a school rated below review_gain_below owes"},
              model.review_gain);
  visit.dated({"review_gain_below", "percentiles", 0, 100,
               "rating from which a school owes no rise; 100: all owe it"},
              model.review_gain_below);
}

void describe_name(SchoolModel& model, FieldVisitor& visit) {
  visit.fields_of(kModelName.name);
  visit.text("label", "name of the model in tables", model.label);
  visit.text("city", "city in which schools of this kind stand; for lists of models alone",
             model.city);
  visit.flag("district_contract",
             "a separate organisation that works under contract with the district, which counts "
             "its schools among its own; policies ask for it",
             model.district_contract);
}

void describe_selection(SchoolModel& model, FieldVisitor& visit) {
  visit.fields_of(kModelSelection.name);
  visit.choice_of("origin", origin_names(), "how schools of the model come about", model.origin);
  visit.choice_of("admission", admission_names(), "how children come to the school",
                  model.admission);
  visit.dated({"conversion_threshold", "share", 0, 1,
               "share of teachers who must vote for conversion; 0: no vote"},
              model.conversion_threshold);
  visit.dated(
      {"approval_bodies", "bodies", 0, 4, "bodies that must approve a new school; 0: none looks"},
      model.approval_bodies);
  visit.dated(
      {"attrition_weight", "logit", -3, 3, "shift of students' odds of leaving in mid-year"},
      model.attrition_weight);
  visit.flag("grade_by_grade", "a new school grows one grade a year", model.grade_by_grade);
  visit.dated(
      {"choice_reach_km", "km", 0, 100, "distance families accept; 0: as anywhere in the city"},
      model.choice_reach_km);
  describe_special_needs(model, visit);
}

}  // namespace

void SchoolModel::describe(FieldVisitor& visit) {
  describe_name(*this, visit);
  describe_selection(*this, visit);
  visit.fields_of(kModelProduction.name);
  for (int r = 0; r < kRights; ++r) {
    const auto& name = kRightNames[static_cast<std::size_t>(r)];
    visit.dated({name.code, "1", 0, 1, name.text}, paper[static_cast<std::size_t>(r)]);
  }
  visit.choice_of("employer", employer_names(), "who pays the teachers", employer);
  visit.choice_of("guarantee", guarantee_names(), "what secures rights beyond ordinary practice",
                  guarantee);
  visit.flag("tenure", "teachers may earn tenure", tenure);
  visit.flag("union_members", "teachers are members of the city's union", union_members);
  visit.flag("elect_to_work", "staff sign a yearly work agreement", elect_to_work);
  visit.dated({"review_years", "years", 0, 20, "years between contract reviews; 0: none"},
              review_years);
  visit.dated(
      {"review_bar", "share", 0, 1, "percentile of the city's ratings below which a review fails"},
      review_bar);
  visit.choice_of("consequence", consequence_names(), "what a failed review leads to", consequence);
  visit.text("restart_model", "model under which a restarted school begins; empty: its own",
             restart_model);
  visit.dated(
      {"closure_will", "share", 0, 1, "the reviewing body's will to act at a failed review"},
      closure_will);
  visit.dated({"trim_on_decline", "share", 0, 1,
               "share of rights withdrawn while the rating is below the bar"},
              trim_on_decline);
  visit.choice_of("dismissal_destination", destination_names(), "where removed teachers go",
                  dismissal_destination);
  visit.flag("staff_reset", "every teacher reapplies when the model starts", staff_reset);
  visit.dated({"reset_keep_share", "share", 0, 1, "share of staff kept at a reset"},
              reset_keep_share);
  visit.flag("leader_reset", "a new principal comes when the model starts", leader_reset);
  visit.dated({"planning_weeks", "weeks", 0, 104, "preparation before opening"}, planning_weeks);
  visit.dated({"incubator", "SD", 0, 2, "how much an incubator lifts founders' leadership"},
              incubator);
  visit.dated({"leader_pipeline", "SD", -2, 2, "shift of successors' mean leadership and skill"},
              leader_pipeline);
  visit.dated(
      {"coaching", "share", 0, 1, "coaching and mentoring of principals, share of a full dose"},
      coaching);
  visit.dated({"mandated_hours", "hours/day", 0, 3, "extra instruction that the model requires"},
              mandated_hours);
  visit.dated({"pay_premium", "share", -0.5, 1, "teachers' pay against the district scale"},
              pay_premium);
  visit.dated({"grant_per_student", "USD/student", 0, 20000, "money beyond the formula"},
              grant_per_student);
  visit.dated({"start_up_grant", "USD/year", 0, 1000000,
               "grant in each of a new school's first years, whatever its children"},
              start_up_grant);
  visit.dated({"start_up_years", "years", 0, 10, "first years of a new school with that grant"},
              start_up_years);
  visit.dated({"recruitment", "share", 0, 1, "effort to recruit the district's best teachers"},
              recruitment);
  visit.dated({"target_clarity", "share", 0, 1, "how clear the review's yardstick is"},
              target_clarity);
  visit.dated({"data_publicity", "share", 0, 1, "school data posted to peers"}, data_publicity);
  visit.dated({"teacher_teams", "share", 0, 1, "teacher leadership teams at work"}, teacher_teams);
  visit.dated({"shared_plan", "share", 0, 1, "one plan for extra hours, shared by schools"},
              shared_plan);
  visit.flag("pays_facilities", "upkeep and utilities come from the school's own budget",
             pays_facilities);
  visit.flag("district_pd", "staff owe the district's professional development", district_pd);
  visit.dated(
      {"design_distinctness", "share", 0, 1, "mean distinctness of the school's own design"},
      design_distinctness);
  visit.dated(
      {"curriculum_gate", "share", 0, 1, "rating percentile below which curriculum rights lapse"},
      curriculum_gate);
  visit.dated({"supervisors", "supervisors", 1, 10, "supervisors to whom the school answers"},
              supervisors);
  visit.dated({"agreement_years", "years", 0, 20,
               "term of the agreement that secures the rights; 0: without term"},
              agreement_years);
  visit.dated({"agreement_exit", "parties", 1, 2, "parties that must agree before it ends"},
              agreement_exit);
  visit.dated({"first_review_years", "years", 0, 20, "years to the first review; 0: as later ones"},
              first_review_years);
  visit.dated({"leader_reset_years", "years", 0, 20,
               "years in post after which a leader reset replaces the principal"},
              leader_reset_years);
  visit.dated({"cluster_access", "share", 0, 1,
               "share of severe special needs met in the district's own programmes"},
              cluster_access);
  visit.flag("zone", "the model's schools form one zone, with one agreement and one overhead",
             zone);
  visit.dated({"zone_overhead", "USD/year", 0, 1e8,
               "cost of a zone's own board and office, shared by its schools child by child"},
              zone_overhead);
  describe_staff_levers(*this, visit);
  describe_oversight(*this, visit);
}

}  // namespace homeroom
