#include "sim/scenario/run_plan.hpp"

namespace homeroom {

void RunPlan::describe(FieldVisitor& visit) {
  // Dice hash the seed, so a wider range would not make the runs any more different.
  int seed_field = static_cast<int>(seed);
  visit.integer({"seed", "1", 0, 2147483647, "which dice are thrown"}, seed_field);
  seed = static_cast<std::uint64_t>(seed_field);
  visit.integer({"replicates", "runs", 1, 1000000, "runs with different dice"}, replicates);
  visit.integer({"first_year", "year", 1900, 2200, "spring of the first policy year"}, first_year);
  visit.integer({"policy_years", "years", 1, 200, "years under the law"}, policy_years);
  visit.integer({"burn_in_years", "years", 0, 200,
                 "years before the policy, in which careers and stocks settle"},
                burn_in_years);
}

}  // namespace homeroom
