#include "sim/year/choice.hpp"

namespace homeroom {
namespace {

void describe_utility(ChoiceParameters& nature, FieldVisitor& visit) {
  visit.number({"picture_information", "1/SD", 0, 3,
                "worth of one SD of the public picture to a fully informed family"},
               nature.picture_information);
  visit.number({"picture_baseline", "1/SD^2", 0, 2,
                "further worth of one SD of the picture per SD of family baseline"},
               nature.picture_baseline);
  visit.number({"picture_baseline_at", "state SD", -2, 2,
                "family baseline at which that further worth is 0"},
               nature.picture_baseline_at);
  visit.number({"places", "1", 0, 1, "worth of the logarithm of a school's open places"},
               nature.places);
  visit.number({"value_added", "1/SD", 0, 1,
                "worth of one SD of published value added, where it is published"},
               nature.value_added);
  visit.number({"own_group", "1", 0, 3, "worth of a school's share of the child's own group"},
               nature.own_group);
  visit.number({"distance_elementary", "1/km", 0, 2, "cost of a kilometre in grades K-5"},
               nature.distance_elementary);
  visit.number({"distance_middle", "1/km", 0, 2, "cost of a kilometre in grades 6-8"},
               nature.distance_middle);
  visit.number({"distance_high", "1/km", 0, 2, "cost of a kilometre in grades 9-12"},
               nature.distance_high);
  visit.number({"fit", "1", 0, 3, "worth of a fully distinct design to a learner whom it suits"},
               nature.fit);
  visit.number({"sibling", "1", 0, 5, "worth of a school in which a sibling goes on"},
               nature.sibling);
  visit.number({"zoned", "1", 0, 5, "worth of the neighbourhood's own school"}, nature.zoned);
  visit.number({"incumbent", "1", 0, 5, "worth of staying where one is"}, nature.incumbent);
}

void describe_candidates(ChoiceParameters& nature, FieldVisitor& visit) {
  visit.integer({"district_candidates", "schools", 1, 500,
                 "nearest district schools that a family considers"},
                nature.district_candidates);
  visit.integer({"lottery_candidates", "schools", 0, 500,
                 "nearest schools with their own lottery that a family considers"},
                nature.lottery_candidates);
  visit.integer({"exam_candidates", "schools", 0, 500,
                 "nearest schools that admit by examination which a family considers"},
                nature.exam_candidates);
}

void describe_participation(ChoiceParameters& nature, FieldVisitor& visit) {
  visit.number({"participate", "logit", -5, 5,
                "taking part in district choice when a child must change schools"},
               nature.participate);
  visit.number(
      {"participate_information", "logit", 0, 5, "taking part: fully informed against uninformed"},
      nature.participate_information);
  visit.number({"participate_low_income", "logit", -3, 1, "taking part: low-income families"},
               nature.participate_low_income);
  visit.number({"participate_outreach", "logit", 0, 4, "taking part: a full campaign of outreach"},
               nature.participate_outreach);
  visit.number({"outreach_information", "share", 0, 1,
                "share of missing information that a full campaign supplies"},
               nature.outreach_information);
  visit.number({"transfer", "logit", -8, 5,
                "asking for another school though one's own goes on, at climate 0"},
               nature.transfer);
  visit.number({"transfer_climate", "logit", 0, 3, "asking less, per unit of school climate"},
               nature.transfer_climate);
}

void describe_lotteries(ChoiceParameters& nature, FieldVisitor& visit) {
  visit.number({"apply", "logit", -6, 4, "entering separate lotteries"}, nature.apply);
  visit.number({"apply_engagement", "logit/SD", 0, 3, "entering: per SD of engagement"},
               nature.apply_engagement);
  visit.number({"apply_low_income", "logit", -3, 1, "entering: low-income families"},
               nature.apply_low_income);
  visit.number({"apply_low_income_at", "share", 0, 1,
                "share of low-income families at which that part is 0"},
               nature.apply_low_income_at);
  visit.number({"apply_information", "logit", 0, 5, "entering: fully informed against uninformed"},
               nature.apply_information);
  visit.number({"apply_supply", "logit", 0, 15,
                "entering: per unit share of the grade's seats in such schools"},
               nature.apply_supply);
  visit.number({"apply_supply_at", "share", 0, 1, "share of seats at which that part is 0"},
               nature.apply_supply_at);
  visit.number(
      {"applicant_taste", "1", 0, 5,
       "worth of a school with its own lottery to a family that applies, beyond its utility"},
      nature.applicant_taste);
  visit.number({"lottery_backfill", "share", 0, 1,
                "share of vacant seats above the entry grade that such schools offer"},
               nature.lottery_backfill);
}

void describe_examination(ChoiceParameters& nature, FieldVisitor& visit) {
  visit.number({"exam_apply", "logit", -6, 4, "sitting an admission examination at score 0"},
               nature.exam_apply);
  visit.number({"exam_apply_score", "logit/SD", 0, 4, "sitting it: per state SD of test score"},
               nature.exam_apply_score);
  visit.number(
      {"exam_apply_information", "logit", 0, 5, "sitting it: fully informed against uninformed"},
      nature.exam_apply_information);
  visit.number({"exam_noise", "state SD", 0, 2, "error of the examination"}, nature.exam_noise);
}

}  // namespace

void ChoiceParameters::describe(FieldVisitor& visit) {
  describe_utility(*this, visit);
  describe_candidates(*this, visit);
  describe_participation(*this, visit);
  describe_lotteries(*this, visit);
  describe_examination(*this, visit);
}

}  // namespace homeroom
