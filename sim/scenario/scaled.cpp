#include "sim/scenario/scaled.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/core/field_passer.hpp"
#include "sim/scenario/divided_groups.hpp"
#include "sim/scenario/sections.hpp"

namespace homeroom {
namespace {

/// Multiplies what grows with the city. A count that is not 0 does not come to 0.
class Growing : public FieldPasser {
 public:
  explicit Growing(double factor) : factor_(factor) {}
  void number(const Meaning& meaning, double& field) override {
    if (meaning.scaling == Scaling::Extensive) field *= factor_;
  }
  void number_if_known(const Meaning& meaning, std::optional<double>& field) override {
    if (field) number(meaning, *field);
  }
  void integer(const Meaning& meaning, int& field) override {
    if (meaning.scaling != Scaling::Extensive || field == 0) return;
    field = std::max(1, static_cast<int>(std::floor(field * factor_ + 0.5)));
  }
  void dated(const Meaning& meaning, Dated& field) override {
    if (meaning.scaling != Scaling::Extensive) return;
    const auto steps = field.steps();
    for (const auto& [since, value] : steps) field.set(since, value * factor_);
  }

 private:
  double factor_;
};

void grow(Law& law, double factor) {
  Growing growing(factor);
  law_chapters(law, [&](const char*, auto& levers) { levers.describe(growing); });
  for (Selection& selection : law.selections) {
    selection.describe(growing);
    selection.double_status = std::min(selection.double_status, selection.count);
  }
  for (SchoolModel& model : law.models) model.describe(growing);
}

/// All but the groups of schools.
Scenario grown(const Scenario& scenario, double factor) {
  Scenario other = scenario;
  Growing growing(factor);
  other.place.describe(growing);
  grow(other.law, factor);
  other.nature.chapters([&](const char*, auto& parameters) { parameters.describe(growing); });
  if (scenario.policy) {
    Policy policy = *scenario.policy;
    grow(policy.law, factor);
    other.policy = std::make_shared<const Policy>(std::move(policy));
  }
  return other;
}

}  // namespace

std::string why_not_scaled(const Scenario& scenario) {
  if (scenario.nation) return "is a nation, and a nation is no city";
  if (!scenario.place.school_list.empty()) {
    const std::size_t listed = scenario.place.school_list.size();
    return fmt::format(
        "has {} school{} of a list, with children and a place of its own each: no quarter of them "
        "is the same city, and nobody has listed another three quarters; scale a scenario whose "
        "schools stand in groups (place.schools)",
        listed, listed == 1 ? "" : "s");
  }
  return {};
}

Scenario multiplied(const Scenario& scenario, int times) {
  Scenario other = grown(scenario, times);
  Growing growing(times);
  for (SchoolGroup& group : other.place.schools) group.describe(growing);
  return other;
}

Scenario divided(const Scenario& scenario, int parts) {
  Scenario other = grown(scenario, 1.0 / parts);
  const std::vector<int> counts =
      divided_counts(scenario.place.schools, parts, scenario.law.model(scenario.law.ordinary).key);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    SchoolGroup& group = other.place.schools[i];
    if (group.count > 0) group.students *= static_cast<double>(counts[i]) / group.count;
    group.count = counts[i];
  }
  return other;
}

}  // namespace homeroom
