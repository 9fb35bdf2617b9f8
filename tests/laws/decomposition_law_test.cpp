// Growth splits into its terms, exactly: by school against what its children's stocks gained, and
// by school model, so that the gap between any two models is the sum of the gaps of their terms.
//
// Tolerances. Terms and their sums are doubles: 1e-12. Children's stocks are floats of up to 2 SD,
// rounded to 1.2e-7 in each of four operations; of a mean over children less is left: 2e-6.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <filesystem>

#include "tests/support/lived_city.hpp"
#include "tests/support/random_city.hpp"
#include "tests/support/run_tables.hpp"
#include "tests/support/table_columns.hpp"

namespace homeroom {
namespace {

using namespace homeroom::testing;

constexpr double kDoubles = 1e-12, kFloats = 2e-6;

/// What a child gained this year beyond what it kept of last year's stocks. A child who is new
/// brought none.
double gained(const Students& before, const World& world, const LearningParameters& nature,
              std::size_t row, int subject) {
  const Students& now = world.students;
  const bool new_child = before.arrived[row] != now.arrived[row];
  const double durable = new_child ? 0.0 : static_cast<double>(before.durable[subject][row]);
  const double fleeting = new_child ? 0.0 : static_cast<double>(before.fleeting[subject][row]);
  return static_cast<double>(now.durable[subject][row]) - nature.persistence * durable +
         static_cast<double>(now.fleeting[subject][row]) - nature.fading * fleeting;
}

/// Every school's recorded terms against the mean gain of the children who sit in it.
std::string fault_of_schools(const Students& before, const World& world,
                             const LearningParameters& nature) {
  const Students& students = world.students;
  for (int m = 0; m < kSubjects; ++m) {
    std::vector<double> sum(world.schools.size(), 0.0);
    std::vector<int> children(world.schools.size(), 0);
    for (std::size_t row = 0; row < students.size(); ++row) {
      sum[students.school[row]] += gained(before, world, nature, row, m);
      ++children[students.school[row]];
    }
    for (std::size_t s = 0; s < sum.size(); ++s) {
      const SchoolYear& year = world.results.school[SchoolId{s}];
      if (year.enrolment != children[s]) return "the weight of a school is not its children";
      if (children[s] == 0) continue;
      double terms = 0.0;
      for (const double term : year.growth[m]) terms += term;
      if (!(std::abs(terms - sum[s] / children[s]) < kFloats)) {
        return "school " + std::to_string(s) + ": terms " + std::to_string(terms) + ", gained " +
               std::to_string(sum[s] / children[s]);
      }
    }
  }
  return {};
}

constexpr std::size_t kYear = 2, kModelOfModels = 3, kModelOfSchools = 5;
constexpr const char* kSubjectNames[] = {"_math", "_ela"};

/// The gap of every two rows of a year is the sum of the gaps of their terms.
std::string fault_of_gaps(const Batch& models, std::string_view subject) {
  const auto& growth = numbers_of(models, "latent_growth" + std::string(subject));
  for (std::size_t a = 0; a < models.rows(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      if (models.wholes(kYear)[a] != models.wholes(kYear)[b]) continue;
      double gap = 0.0;
      for (const TermName& term : kTermNames) {
        const auto& column = numbers_of(models, std::string(term.word) + std::string(subject));
        gap += column[a] - column[b];
      }
      if (!(std::abs(gap - (growth[a] - growth[b])) < kDoubles)) return "gaps do not sum";
    }
  }
  return {};
}

/// Every mean of truth_models.csv is that of the schools of truth.csv, by children.
std::string fault_of_means(const Batch& models, const Batch& schools, const std::string& column) {
  const auto& means = numbers_of(models, column);
  const auto& values = numbers_of(schools, column);
  for (std::size_t a = 0; a < models.rows(); ++a) {
    const std::string& model = models.texts(kModelOfModels)[a];
    double sum = 0.0;
    std::int64_t children = 0;
    for (std::size_t s = 0; s < schools.rows(); ++s) {
      const bool of_row = model.empty() || schools.texts(kModelOfSchools)[s] == model;
      if (!of_row || schools.wholes(kYear)[s] != models.wholes(kYear)[a]) continue;
      sum += values[s] * static_cast<double>(wholes_of(schools, "children")[s]);
      children += wholes_of(schools, "children")[s];
    }
    if (children != wholes_of(models, "children")[a]) return "children are missing";
    if (!(std::abs(sum / static_cast<double>(children) - means[a]) < kDoubles)) return column;
  }
  return {};
}

std::string fault_of_models(const ReplicateRecords& records) {
  for (const char* subject : kSubjectNames) {
    std::string fault = fault_of_gaps(records.truth_models, subject);
    for (const TermName& term : kTermNames) {
      if (!fault.empty()) return fault;
      fault = fault_of_means(records.truth_models, records.truth, std::string(term.word) + subject);
    }
    if (!fault.empty()) return fault;
  }
  return {};
}

std::string fault_of(const Scenario& scenario) {
  LivedCity city(scenario);
  while (city.pass_year()) {
    std::string fault = fault_of_schools(city.before(), city.world(), scenario.nature.learning);
    if (!fault.empty()) return std::to_string(city.world().year) + ": " + fault;
  }
  return fault_of_models(run_records(scenario));
}

TEST(DecompositionLaw, IsExactInAnyCity) {
  EXPECT_TRUE(rc::check("any city", [] {
    const std::vector<std::string> settings = any_city_settings();
    RC_LOG(as_arguments(settings));
    RC_ASSERT(fault_of(small_city(settings)) == "");
  }));
}

TEST(DecompositionLaw, IsExactInBoston) {
  const Reading boston =
      read_scenario(std::filesystem::path(HOMEROOM_SOURCE_DIR) / "scenarios/boston.toml",
                    {"run.burn_in_years=3", "run.policy_years=3"});
  ASSERT_TRUE(boston.scenario) << format_faults(boston.faults);
  EXPECT_EQ(fault_of(*boston.scenario), "");
}

}  // namespace
}  // namespace homeroom
