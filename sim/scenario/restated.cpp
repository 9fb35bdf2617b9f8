#include "sim/scenario/restated.hpp"

#include "sim/core/field_passer.hpp"
#include "sim/scenario/sections.hpp"

namespace homeroom {
namespace {

class Restating : public FieldPasser {
 public:
  explicit Restating(int year) : year_(year) {}
  void dated(const Meaning&, Dated& field) override {
    field.set(year_, field.in(year_));
    ++restated;
  }
  int restated = 0;

 private:
  int year_;
};

int restate(Law& law, int year) {
  Restating restating(year);
  law_chapters(law, [&](const char*, auto& levers) { levers.describe(restating); });
  for (SchoolModel& model : law.models) model.describe(restating);
  return restating.restated;
}

}  // namespace

Restated restated(const Scenario& scenario) {
  const int first = scenario.run.first_year;
  Restated done{scenario, 0};
  Policy policy{{"restated"}, first, scenario.law};
  // A policy of the scenario's own begins when it begins: until then its law is not in force.
  if (scenario.policy && scenario.policy->from_year == first) policy = *scenario.policy;
  done.levers = restate(policy.law, first);
  if (scenario.policy && scenario.policy->from_year > first) {
    policy = *scenario.policy;
    done.levers = restate(policy.law, policy.from_year);
    restate(done.scenario.law, first);
  }
  done.scenario.policy = std::make_shared<const Policy>(std::move(policy));
  return done;
}

}  // namespace homeroom
