#include "sim/year/learning.hpp"

#include "sim/core/arithmetic.hpp"
#include "sim/core/parallel.hpp"
#include "sim/year/learning_record.hpp"

namespace homeroom {
namespace {

using namespace learning;

/// The parameters of the loop in the precision of its columns.
struct Rates {
  float rho, sigma, early, drift, engaged, own_move, keep_durable, keep_fleeting, of_teacher,
      of_school;
  Rates(const LearningParameters& nature, double transient_sd, double early_noise)
      : rho(static_cast<float>(nature.transient_persistence)),
        sigma(static_cast<float>(transient_sd * sqrt_of(1.0 - nature.transient_persistence *
                                                                  nature.transient_persistence))),
        early(static_cast<float>(early_noise)),
        drift(static_cast<float>(nature.drift)),
        engaged(static_cast<float>(nature.effort_engagement / 32.0)),
        own_move(static_cast<float>(nature.own_move)),
        keep_durable(static_cast<float>(nature.persistence)),
        keep_fleeting(static_cast<float>(nature.fading)),
        of_teacher(static_cast<float>(nature.delta_teacher)),
        of_school(static_cast<float>(nature.delta_school)) {}
};

/// The year's draws of a slice: two shocks and two drifts for each child.
struct Draws {
  std::vector<std::uint32_t> words;
  std::uint32_t* lanes[4];
  Draws(const World& world, const Dice& dice, std::size_t first, std::size_t past)
      : words((past - first) * 6) {
    const std::size_t count = past - first;
    std::uint32_t* low = words.data();
    std::uint32_t* high = low + count;
    for (std::size_t i = 0; i < count; ++i) {
      low[i] = static_cast<std::uint32_t>(first + i);
      high[i] = world.students.generation(first + i);
    }
    for (std::size_t l = 0; l < 4; ++l) lanes[l] = high + (l + 1) * count;
    dice.block(Die::YearShockMath, world.year, low, high, 0, static_cast<int>(count), lanes);
  }
};

/// Terms of growth that differ between children of a school [SD/year], mathematics.
std::vector<float> individual_terms(const World& world, const Lookup& lookup, const Rates& rates,
                                    std::size_t first, std::size_t past, IndividualSums& sums) {
  const Students& students = world.students;
  std::vector<float> terms(past - first);
  for (std::size_t row = first; row < past; ++row) {
    const std::size_t s = students.school[row];
    const float fit = students.has(row, trait::kLearner) ? lookup.suited[s] : lookup.unsuited[s];
    const float effort = rates.engaged * static_cast<float>(students.engagement[row]);
    sums.fit[s] += static_cast<double>(fit);
    sums.engagement[s] += static_cast<double>(effort);
    sums.moved[s] += students.moved[row];
    terms[row - first] = fit + effort - rates.own_move * static_cast<float>(students.moved[row]);
  }
  return terms;
}

/// A slice's children in one subject: growth into stocks, and the transient state's next value.
void grow(const World& world, const Lookup& lookup, const Rates& rates, float weight, int m,
          std::size_t first, std::size_t past, const std::vector<float>& individual,
          const Draws& draws, std::vector<double>& teacher_sum, LearningOutcome& outcome) {
  const Students& students = world.students;
  const std::uint32_t* shocks = draws.lanes[m];
  const std::uint32_t* drifts = draws.lanes[2 + m];
  for (std::size_t row = first; row < past; ++row) {
    const std::size_t i = row - first, s = students.school[row];
    const std::size_t cell = cell_of(s, students.grade[row]);
    const std::uint32_t post = lookup.first[m][cell] + students.section[row];
    const float teacher = lookup.teacher[m][post];
    const float others = lookup.common[m][cell] + weight * individual[i];
    const float sigma = students.grade[row] <= 2 ? rates.early * rates.sigma : rates.sigma;
    teacher_sum[s] += static_cast<double>(teacher);
    outcome.durable[m][row] = rates.keep_durable * students.durable[m][row] +
                              rates.of_teacher * teacher + rates.of_school * others;
    outcome.fleeting[m][row] = rates.keep_fleeting * students.fleeting[m][row] +
                               (1.0f - rates.of_teacher) * teacher +
                               (1.0f - rates.of_school) * others;
    outcome.transient[m][row] = rates.rho * students.transient[m][row] +
                                sigma * normal_from(shocks[i]) + lookup.cohort[m][cell] +
                                lookup.shock[m][post];
    outcome.baseline[m][row] = students.baseline[m][row] + rates.drift * normal_from(drifts[i]);
  }
}

void size_columns(LearningOutcome& outcome, std::size_t rows) {
  for (int m = 0; m < kSubjects; ++m) {
    outcome.baseline[m].resize(rows);
    outcome.durable[m].resize(rows);
    outcome.fleeting[m].resize(rows);
    outcome.transient[m].resize(rows);
  }
}

}  // namespace

void decide_learning(const World& world, const Law& law, const LearningParameters& nature,
                     double transient_sd, double early_noise, const Dice& dice,
                     LearningOutcome& outcome) {
  const std::size_t rows = world.students.size(), schools = world.schools.size();
  const CellMeans means = mean_baselines(world);
  const Lookup lookup = look_up(world, law, nature, dice, means);
  const Rates rates(nature, transient_sd, early_noise);
  size_columns(outcome, rows);
  std::vector<IndividualSums> slices(slices_of(rows), IndividualSums(schools));
  for_slices(rows, [&](std::size_t first, std::size_t past, std::size_t slice) {
    const Draws draws(world, dice, first, past);
    IndividualSums& sums = slices[slice];
    const std::vector<float> individual = individual_terms(world, lookup, rates, first, past, sums);
    for (int m = 0; m < kSubjects; ++m) {
      const auto weight = static_cast<float>(subject_weight(nature, m));
      grow(world, lookup, rates, weight, m, first, past, individual, draws, sums.teacher[m],
           outcome);
    }
  });
  record_terms(world, nature, means, lookup, slices, outcome);
}

void enact(World& world, LearningOutcome& outcome) {
  Students& students = world.students;
  for (int m = 0; m < kSubjects; ++m) {
    students.baseline[m].swap(outcome.baseline[m]);
    students.durable[m].swap(outcome.durable[m]);
    students.fleeting[m].swap(outcome.fleeting[m]);
    students.transient[m].swap(outcome.transient[m]);
  }
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    SchoolYear& year = world.results.school[SchoolId{s}];
    year.growth = outcome.growth[SchoolId{s}];
    year.mean_baseline = outcome.mean_baseline[SchoolId{s}];
  }
  world.raw_growth = outcome.raw_growth;
}

}  // namespace homeroom
