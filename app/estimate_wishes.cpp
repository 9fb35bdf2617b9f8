#include "app/estimate_wishes.hpp"

namespace homeroom::app {
namespace {

Wish several(const char* option, const std::vector<std::string>& names, Role role) {
  return {option, names, role, true};
}

Wish one(const char* option, const std::string& name, Role role) {
  if (name.empty()) return {option, {}, role, false};
  return {option, {name}, role, false};
}

/// The last score before is wanted of everybody by estimates of growth; whoever entered a lottery
/// without one stays in it.
Role role_of_prior(const EstimateOptions& options) {
  return options.lottery.empty() ? Role::Number : Role::MaybeNumber;
}

}  // namespace

std::vector<Wish> wishes_of(const EstimateOptions& o) {
  return {several("--outcome", o.outcomes, Role::Outcome),
          several("--on", o.on, Role::On),
          several("--controls", o.controls, Role::Control),
          one("--weights", o.weights, Role::Weights),
          one("--cluster", o.cluster, Role::Cluster),
          one("--survival", o.survival, Role::Number),
          one("--event", o.event, Role::Number),
          one("--entry", o.entry, Role::Number),
          one("--by", o.by, Role::Words),
          one("--growth-percentiles", o.growth, Role::Number),
          one("--value-added", o.value_added, Role::Number),
          one("--twins", o.twins, Role::Number),
          one("--lottery", o.lottery, Role::MaybeNumber),
          several("--prior", o.prior, role_of_prior(o)),
          one("--within", o.within, Role::Words),
          one("--difference", o.difference, Role::Number),
          one("--unit", o.unit, Role::Words),
          one("--year", o.year, Role::Number),
          one("--first", o.first, Role::MaybeNumber),
          one("--index", o.index, Role::Number),
          one("--error", o.error, Role::Number),
          several("--report", o.report, Role::PartNumber),
          several("--tested", o.tested, Role::PartNumber),
          several("--shares", o.shares, Role::Number),
          one("--enrolment", o.enrolment, Role::Number),
          several("--report-children", o.children, Role::Number),
          several("--traits", o.traits, Role::Number),
          one("--school", o.school, Role::Words),
          one("--school-before", o.school_before, Role::Words),
          one("--model", o.model, Role::Words),
          one("--model-before", o.model_before, Role::Words),
          several("--alike", o.alike, Role::Words),
          one("--offer-chances", o.chances, Role::Words),
          one("--offer", o.offer, Role::Number),
          one("--chance", o.chance, Role::Number),
          one("--attended", o.attended, Role::Number),
          one("--enrolled", o.enrolled, Role::Number),
          one("--rank", o.rank, Role::Number),
          one("--priority", o.priority, Role::Number),
          one("--number", o.number, Role::Number),
          one("--asked", o.asked, Role::Number),
          one("--ever", o.ever, Role::Number),
          one("--examined", o.examined, Role::Number),
          one("--separate", o.separate, Role::Number)};
}

}  // namespace homeroom::app
