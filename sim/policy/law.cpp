#include "sim/policy/law.hpp"

namespace homeroom {

ModelId Law::named(std::string_view key) const {
  for (std::size_t m = 0; m < models.size(); ++m) {
    if (models[m].key == key) return ModelId{m};
  }
  return {};
}

void GovernanceLaw::describe(FieldVisitor& visit) {
  visit.choice_of("board", {"elected", "appointed", "mixed"}, "how board seats are filled", board);
  visit.integer({"seats", "seats", 1, 21, "seats of the school board"}, seats);
  visit.integer({"election_interval", "years", 1, 8, "years between board elections"},
                election_interval);
  visit.integer({"term_years", "years", 1, 12, "term of a seat"}, term_years);
  visit.dated({"turnout", "share", 0, 1, "share of voters at board elections"}, turnout);
  visit.dated({"union_strength", "share", 0, 1, "strength of the teachers' union"}, union_strength);
  visit.dated({"theory_of_action", "share", 0, 1,
               "a stated theory of action and training of central staff"},
              theory_of_action);
  visit.dated({"support_office", "share", 0, 1, "a central unit that defends autonomous schools"},
              support_office);
  visit.dated({"rights_register", "share", 0, 1, "a public register of each model's rights"},
              rights_register);
  visit.dated({"takeover_threat", "share", 0, 1, "credibility of a state takeover"},
              takeover_threat);
  visit.dated({"office_orientation", "share", 0, 1, "central office: 0 compliance, 1 support"},
              office_orientation);
  visit.dated({"superintendent_change", "1", 0, 1,
               "1 in a year in which a new superintendent took office by the record"},
              superintendent_change);
  visit.dated({"superintendent_commitment", "share", -1, 1,
               "commitment of the recorded superintendent; -1: drawn"},
              superintendent_commitment);
  visit.dated({"board_record", "share", -1, 1,
               "share of the seats up that reform won by the record; -1: drawn"},
              board_record);
  visit.dated({"zone_voice", "share", 0, 1, "frustrated leaders may found a zone of their own"},
              zone_voice);
  visit.text("zone_model", "model of the zone that frustrated leaders found", zone_model);
  visit.dated({"directives", "share", 0, 1, "share of the office's directives and meetings kept"},
              directives);
  visit.dated({"optout_refused", "share", 0, 1,
               "the office gives schools that decline services no price lists and stops contracts"},
              optout_refused);
  visit.dated({"optout_honoured", "share", 0, 1,
               "rules of purchase are written for schools that decline services"},
              optout_honoured);
}

void AuthorizationLaw::describe(FieldVisitor& visit) {
  visit.dated({"openings_per_year", "schools/year", 0, 100, "new schools sought each year"},
              openings_per_year);
  visit.text("opening_model", "model of new schools", opening_model);
  visit.dated(
      {"conversions_per_year", "schools/year", 0, 100, "schools that seek to convert each year"},
      conversions_per_year);
  visit.text("conversion_model", "model that converting schools seek", conversion_model);
  visit.dated({"replication", "share", 0, 1, "schools at the top may open another campus"},
              replication);
  visit.dated({"approval_rate", "share", 0, 1, "share of applications approved"}, approval_rate);
  visit.dated({"signal_precision", "share", 0, 1, "reliability of the authorizer's signal"},
              signal_precision);
  visit.dated(
      {"outside_evaluators", "share", 0, 1, "outside evaluators with authorizing experience"},
      outside_evaluators);
  visit.dated({"answer_to_pressure", "share", 0, 1,
               "how far the district answers growing rivals and a takeover threat by offering "
               "conversions"},
              answer_to_pressure);
  visit.text("network_model", "model of the district's network that separate schools may join",
             network_model);
  visit.dated({"reoffer_slots", "share", 0, 1,
               "closed separate schools whose slot is offered to another operator"},
              reoffer_slots);
}

void ChoiceLaw::describe(FieldVisitor& visit) {
  visit.choice_of("assignment", {"neighbourhood", "deferred_acceptance", "immediate_acceptance"},
                  "how the district assigns seats", assignment);
  visit.choice_of("tie_breaking", {"single", "multiple"},
                  "one lottery number for all schools, or one for each", tie_breaking);
  visit.dated({"list_length", "ranks", 1, 20, "schools a family may list"}, list_length);
  visit.dated({"sibling_priority", "share", 0, 1, "siblings are served first"}, sibling_priority);
  visit.dated({"zone_priority", "share", 0, 1, "share of seats kept for the neighbourhood"},
              zone_priority);
  visit.dated({"outreach", "share", 0, 1, "outreach to families, share of a full campaign"},
              outreach);
  visit.dated({"transport", "share", 0, 1, "share of the cost of distance that the district bears"},
              transport);
  visit.dated(
      {"lottery_applications", "schools", 0, 20, "separate lotteries a family enters at most"},
      lottery_applications);
  visit.dated({"spare_seats", "share", 0, 0.5,
               "room that the district keeps in every grade beyond its children"},
              spare_seats);
  visit.dated({"waiting_list_rounds", "rounds", 0, 50,
               "rounds in which refused seats go down the waiting lists"},
              waiting_list_rounds);
  visit.dated(
      {"published_value_added", "share", 0, 1, "value added is published beside proficiency"},
      published_value_added);
  visit.dated({"backfill", "share", 0, 1,
               "children left over whom the district places where most seats are empty"},
              backfill);
}

namespace {

/// Services by themselves: whether they must sell to schools, and whether schools may decline them.
void describe_enterprises(BudgetLaw& law, FieldVisitor& visit) {
  const auto enterprise = [&](std::string_view key, std::string_view text, Dated& field) {
    visit.dated({key, "share", 0, 1, text}, field);
  };
  visit.dated({"rival_entry", "share", 0, 1, "services for which a rival supplier is at hand"},
              law.rival_entry);
  enterprise("enterprise_training", "professional development must sell to schools",
             law.enterprise_training);
  enterprise("enterprise_food", "meals must sell to schools", law.enterprise_food);
  enterprise("enterprise_maintenance", "maintenance must sell to schools",
             law.enterprise_maintenance);
  enterprise("enterprise_security", "security must sell to schools", law.enterprise_security);
  enterprise("enterprise_transport", "transport and telecommunications must sell to schools",
             law.enterprise_transport);
  visit.dated({"transport_monopoly", "share", 0, 1,
               "share of transport and telecommunications that no school may decline"},
              law.transport_monopoly);
}

}  // namespace

void BudgetLaw::describe(FieldVisitor& visit) {
  visit.dated({"base_per_student", "USD/student", 1000, 60000, "base allocation per student"},
              base_per_student);
  visit.dated({"weight_low_income", "share of base", 0, 3, "addition for low income"},
              weight_low_income);
  visit.dated({"weight_english_learner", "share of base", 0, 3, "addition for English learners"},
              weight_english_learner);
  visit.dated(
      {"weight_special_moderate", "share of base", 0, 10, "addition for moderate special needs"},
      weight_special_moderate);
  visit.dated(
      {"weight_special_severe", "share of base", 0, 20, "addition for severe special needs"},
      weight_special_severe);
  visit.dated({"portability", "share", 0, 1, "share of a student's money that follows at once"},
              portability);
  visit.dated({"service_contestable", "share", 0, 1, "central services open to competition"},
              service_contestable);
  visit.dated(
      {"exit_package", "share of salary", 0, 2, "severance offered to teachers in the pool"},
      exit_package);
  visit.dated(
      {"forced_placement", "share", 0, 1, "share of the pool that may be placed without consent"},
      forced_placement);
  describe_enterprises(*this, visit);
  visit.dated({"severe_reimbursement", "share", 0, 1,
               "share of what severe needs cost beyond the district's programmes that the state "
               "pays"},
              severe_reimbursement);
}

double BudgetLaw::enterprises(int year) const {
  double sum = 0;
  for (const Dated* one : {&enterprise_training, &enterprise_food, &enterprise_maintenance,
                           &enterprise_security, &enterprise_transport}) {
    sum += one->in(year);
  }
  return sum / 5.0;
}

void StaffingLaw::describe(FieldVisitor& visit) {
  visit.dated(
      {"seniority_transfers", "share", 0, 1, "share of vacancies filled by seniority first"},
      seniority_transfers);
  visit.dated({"mutual_consent", "share", 0, 1,
               "school and teacher must both agree, in every district school"},
              mutual_consent);
  visit.dated(
      {"hiring_start", "share", 0, 1, "how early hiring starts: 1 early spring, 0 end of summer"},
      hiring_start);
  visit.dated({"tenure_years", "years", 0, 20, "years until tenure"}, tenure_years);
  visit.dated({"removal_years", "years", 0, 10,
               "years that removal for performance takes without the right"},
              removal_years);
  visit.dated({"hour_rate", "share", 0.01, 1, "the contract's price of one more hour a day"},
              hour_rate);
  visit.dated({"hours_per_day", "hours/day", 4, 10, "ordinary school day"}, hours_per_day);
  visit.dated({"class_size_elementary", "students", 5, 60, "children in a section of grades K-5"},
              class_size_elementary);
  visit.dated({"class_size_secondary", "students", 5, 60, "children in a section of grades 6-12"},
              class_size_secondary);
  visit.number({"salary_start", "USD", 10000, 200000, "a first-year teacher's salary"},
               salary_start);
  visit.number({"salary_top", "USD", 10000, 300000, "the scale's top"}, salary_top);
  visit.number({"salary_years", "years", 1, 40, "years from start to top"}, salary_years);
  visit.number({"benefits", "share", 0, 1, "benefits on top of salary"}, benefits);
  visit.dated({"idle_pay", "share", 0, 1, "pay of teachers in the pool"}, idle_pay);
  visit.dated({"return_rights", "share", 0, 1,
               "displaced teachers who may reclaim a post of their kind in the school they lost"},
              return_rights);
  visit.dated({"shortage_open", "share", 0, 1,
               "right of every school to hire off the list where teachers are short (mathematics)"},
              shortage_open);
}

void AccountabilityLaw::describe(FieldVisitor& visit) {
  visit.dated({"weight_status", "share", 0, 1, "weight of status in the rating"}, weight_status);
  visit.dated({"weight_growth", "share", 0, 1, "weight of growth in the rating"}, weight_growth);
  visit.dated({"weight_enrolment", "share", 0, 1, "weight of enrolment in the rating"},
              weight_enrolment);
  visit.dated({"weight_satisfaction", "share", 0, 1, "weight of family satisfaction in the rating"},
              weight_satisfaction);
  visit.dated({"bar", "share", 0, 1, "bottom share of schools that comes under probation"}, bar);
  visit.dated({"probation_years", "years", 0, 10, "years on probation before action"},
              probation_years);
  visit.dated({"support_dose", "share", 0, 1, "support on probation, share of a full dose"},
              support_dose);
  visit.dated({"closure_will", "share", 0, 1, "the district's will to act on its ordinary schools"},
              closure_will);
  visit.dated(
      {"minimum_enrolment", "share of seats", 0, 1, "enrolment below which a school may be closed"},
      minimum_enrolment);
  visit.dated({"takeover_list_years", "years", 0, 20, "years between state lists; 0: none"},
              takeover_list_years);
  visit.dated({"takeover_share", "share", 0, 1, "bottom share of the state's list"},
              takeover_share);
  visit.dated({"takeover_rate", "1/year", 0, 1, "chance that the state takes over a listed school"},
              takeover_rate);
  visit.text("takeover_model",
             "model that schools taken over take up; empty: their own, with a new leader",
             takeover_model);
  visit.dated({"escape_rate", "1/year", 0, 1,
               "chance that the district moves a listed school into the model of its escape"},
              escape_rate);
  visit.text("escape_model", "model into which the district moves listed schools", escape_model);
}

void TestingLaw::describe(FieldVisitor& visit) {
  visit.dated({"tests_given", "1", 0, 1, "0 in a year whose tests were cancelled"}, tests_given);
}

void CounterfactualLaw::describe(FieldVisitor& visit) {
  visit.dated({"equal_growth", "1", 0, 1,
               "1 in a year in which every child of a grade grows by the city's mean of each term, "
               "whatever its school"},
              equal_growth);
}

void Selection::describe(FieldVisitor& visit) {
  visit.text("model", "model that the chosen schools take up; begin again in, if it is theirs",
             model);
  visit.text("double_from",
             "model whose lowest schools take up the new one and keep theirs beside it; empty: any "
             "that the district staffs",
             double_from);
  visit.text("from", "model among whose schools the bottom is taken", from);
  visit.integer({"teaches", "grade", -1, 12, "grade that they must teach; -1: any"}, teaches);
  visit.integer(
      {"count", "schools", 0, 2000, "schools chosen at the bottom of the two-year rating"}, count);
  visit.integer({"year", "year", 1900, 2100, "first year in the model"}, year);
  visit.integer({"double_status", "schools", 0, 2000,
                 "of these, schools that keep another autonomous model beside it"},
                double_status);
  visit.number({"volunteers", "share", 0, 1,
                "share of the district's schools with more rights than usual that go of "
                "themselves, the most frustrated leaders first, in place of the bottom"},
               volunteers);
}

}  // namespace homeroom
