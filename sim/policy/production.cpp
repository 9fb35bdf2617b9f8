#include "sim/policy/production.hpp"

#include "sim/core/contracts.hpp"

namespace homeroom {
namespace {

/// Who comes, who stays and who is sent away.
void keep_admissions(const SchoolModel& of, SchoolModel& model) {
  model.admission = of.admission;
  model.grade_by_grade = of.grade_by_grade;
  model.choice_reach_km = of.choice_reach_km;
  model.special_draw = of.special_draw;
  model.counselling_out = of.counselling_out;
  model.attrition_weight = of.attrition_weight;
}

/// How schools come to be of the model.
void keep_beginnings(const SchoolModel& of, SchoolModel& model) {
  model.district_contract = of.district_contract;
  model.origin = of.origin;
  model.conversion_threshold = of.conversion_threshold;
  model.approval_bodies = of.approval_bodies;
}

/// What reviews a school, and what ends it or begins it again.
void keep_reviews(const SchoolModel& of, SchoolModel& model) {
  model.review_years = of.review_years;
  model.first_review_years = of.first_review_years;
  model.review_bar = of.review_bar;
  model.review_gain = of.review_gain;
  model.review_gain_below = of.review_gain_below;
  model.consequence = of.consequence;
  model.restart_model = of.restart_model;
  model.closure_will = of.closure_will;
  model.idle_pay_limit = of.idle_pay_limit;
}

}  // namespace

SchoolModel with_production_of(const SchoolModel& model, const SchoolModel& other) {
  SchoolModel mixed = other;
  mixed.key = model.key;
  mixed.label = model.label;
  mixed.city = model.city;
  keep_admissions(model, mixed);
  keep_beginnings(model, mixed);
  keep_reviews(model, mixed);
  return mixed;
}

Law with_ordinary_production(Law law, std::string_view key) {
  const ModelId model = law.named(key);
  HOMEROOM_EXPECT(model && law.ordinary);
  law.models[model.row()] = with_production_of(law.model(model), law.model(law.ordinary));
  return law;
}

}  // namespace homeroom
