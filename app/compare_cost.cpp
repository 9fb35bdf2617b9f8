#include "app/compare_cost.hpp"

#include <cmath>
#include <string>

#include "app/measured_costs.hpp"
#include "app/model_years.hpp"

namespace homeroom::app {
namespace {

using Terms = std::vector<CostTerm>;
using measured::kCosts;

void add(const measured::Coefficient& coefficient, double count, Terms& terms) {
  terms.push_back({coefficient.key, count, coefficient.each});
}

/// Bytes of the tables. Differences are means over replicates and do not grow with them; ways from
/// model to model do, about as the third root of all children: what some did others did, too.
Terms tables_of(const ComparedWork& work) {
  const double years = work.alternatives * work.policy_years;
  Terms terms;
  add(kCosts.disk_compared_model_year, years * work.models, terms);
  const double ways =
      work.models * work.models * std::cbrt(work.lives.replicates * work.lives.students);
  add(kCosts.disk_compared_moved, years * ways, terms);
  add(kCosts.disk_compared_school_year, years * work.lives.schools, terms);
  return terms;
}

/// Of all arms.
double policy_years(const ComparedWork& work) {
  return (1.0 + work.alternatives) * work.policy_years;
}

void add_processor(const ComparedWork& work, double text, Terms& terms) {
  const double compared = work.lives.replicates * policy_years(work) * work.lives.students;
  add(kCosts.seconds_compared_student_year, compared, terms);
  add(kCosts.seconds_compared_byte, text, terms);
}

/// The burnt-in city, every place of the base's years, and one place of the alternative's are there
/// for each replicate that lives; of those that have lived their means, school by school and model
/// by model.
void add_memory(const ComparedWork& work, double text, Terms& terms) {
  const Workload& lives = work.lives;
  const double students = lives.workers() * lives.students;
  add(kCosts.memory_compared_student, students, terms);
  add(kCosts.memory_compared_student_year, students * work.policy_years, terms);
  add(kCosts.memory_compared_school_year,
      lives.replicates * policy_years(work) * (lives.schools + work.models), terms);
  add(kCosts.memory_compared_byte, text, terms);
}

/// School models that the city has when it is founded, and all schools as one more.
double models_in(const Place& place) { return 1.0 + static_cast<double>(models_of(place).size()); }

}  // namespace

ComparedWork compared_work(const Workload& base, const Arms& arms) {
  ComparedWork work{base};
  work.alternatives = static_cast<double>(arms.alternatives.size());
  work.policy_years = arms.base.scenario.run.policy_years;
  work.models = models_in(arms.base.scenario.place);
  work.lives.observed = work.lives.observed_burn_in = work.lives.model_rows = 0;
  for (const Arm& arm : arms.alternatives) {
    const double own = arm.shares_burn_in ? 0.0 : 1.0;
    const double burn_in = own * arm.scenario.run.burn_in_years;
    work.lives.founded += own * base.replicates;
    work.lives.burn_in_lived += base.replicates * burn_in;
    work.lives.lived_years += base.replicates * (burn_in + arm.scenario.run.policy_years);
    work.lives.scenario_length += static_cast<double>(arm.scenario.resolved.size());
  }
  return work;
}

Cost cost_of(const ComparedWork& work, int cores) {
  Cost cost = cost_of(work.lives, cores);
  const Terms tables = tables_of(work);
  const double text = sum_of(tables);
  add_processor(work, text, cost.processor);
  add_memory(work, text, cost.memory);
  cost.disk.insert(cost.disk.end(), tables.begin(), tables.end());
  return cost;
}

}  // namespace homeroom::app
