#include "sim/observe/hidden_decomposition.hpp"

namespace homeroom {
namespace {

struct Sums {
  int schools = 0, children = 0;
  GrowthTerms terms{};  ///< summed over children

  void add(const SchoolYear& year) {
    ++schools;
    children += year.enrolment;
    for (int m = 0; m < kSubjects; ++m) {
      for (std::size_t t = 0; t < kTerms; ++t) terms[m][t] += year.enrolment * year.growth[m][t];
    }
  }
  GrowthTerms means() const {
    GrowthTerms mean = terms;
    for (auto& subject : mean) {
      for (double& term : subject) term /= children;
    }
    return mean;
  }
};

}  // namespace

void add_growth(Batch& batch, const GrowthTerms& terms) {
  for (const auto& subject : terms) {
    double growth = 0.0;
    for (const double term : subject) growth += term;
    batch.add(growth);
  }
  for (const auto& subject : terms) {
    for (const double term : subject) batch.add(term);
  }
}

void observe_truth_models(const World& world, const Law& law, const RowKey& key, Batch& batch) {
  std::vector<Sums> sums(law.models.size() + 1);  // the last one is the city's
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const SchoolId school{s};
    const SchoolYear& year = world.results.school[school];
    if (!world.schools.taught_in(school, world.year) || year.enrolment == 0) continue;
    sums[world.schools.model[school].row()].add(year);
    sums.back().add(year);
  }
  for (std::size_t m = 0; m < sums.size(); ++m) {
    if (sums[m].children == 0) continue;
    const bool city = m == law.models.size();
    add_key(batch, key)
        .add(city ? std::string_view() : std::string_view(law.models[m].key))
        .add(sums[m].schools)
        .add(sums[m].children);
    add_growth(batch, sums[m].means());
    batch.end_row();
  }
}

}  // namespace homeroom
