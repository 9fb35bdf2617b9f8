#include "sim/year/testing_tally.hpp"

namespace homeroom {
namespace {

/// Median of whole percentiles from their counts; between the two middle ones where they differ.
double median_of(const std::array<std::uint16_t, 100>& counts, int total) {
  const int lower = (total + 1) / 2, upper = total / 2 + 1;
  int seen = 0, low = 0;
  for (int p = 1; p < 100; ++p) {
    seen += counts[static_cast<std::size_t>(p)];
    if (low == 0 && seen >= lower) low = p;
    if (seen >= upper) return 0.5 * (low + p);
  }
  return 0.0;
}

int level_of_index(const TestingParameters& nature, double index) {
  if (index >= nature.level_far) return 5;
  if (index >= nature.level_near) return 4;
  if (index >= -nature.level_near) return 3;
  if (index >= -nature.level_far) return 2;
  return 1;
}

}  // namespace

void TestTally::resize(std::size_t schools) { cells_.assign(schools * kSubjects, {}); }

void TestTally::add(const TestTally& other) {
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    Cell& here = cells_[i];
    const Cell& there = other.cells_[i];
    if (there.tested == 0) continue;
    here.tested += there.tested;
    here.proficient += there.proficient;
    here.with_growth += there.with_growth;
    here.points += there.points;
    here.residual += there.residual;
    for (std::size_t g = 0; g < kGrades; ++g) here.grade[g] += there.grade[g];
    for (std::size_t kind = 0; kind < kPriors; ++kind) here.prior[kind] += there.prior[kind];
    for (std::size_t p = 0; p < 100; ++p) {
      here.percentiles[p] = static_cast<std::uint16_t>(here.percentiles[p] + there.percentiles[p]);
    }
  }
}

SchoolTests TestTally::summary(std::size_t school, const TestingParameters& nature,
                               const GrowthErrors& errors, const PerGrade<int>& sections) const {
  SchoolTests tests;
  ResidualCounts counts;
  counts.sections = sections;
  double sum = 0.0;
  int counted = 0;
  for (int m = 0; m < kSubjects; ++m) {
    const Cell& cell = cells_[school * kSubjects + static_cast<std::size_t>(m)];
    tests.tested[m] = cell.tested;
    tests.proficient[m] = cell.proficient;
    tests.with_growth[m] = cell.with_growth;
    if (cell.tested > 0) {
      tests.mean_score[m] =
          static_cast<double>(cell.points) / cell.tested / static_cast<double>(kScorePoints);
    }
    if (cell.with_growth < nature.minimum_tested || cell.with_growth == 0) continue;
    tests.median_sgp[m] = median_of(cell.percentiles, cell.with_growth);
    const double residual = static_cast<double>(cell.residual) / 65536.0;
    tests.value_added[m] = residual / cell.with_growth;
    sum += residual;
    counted += cell.with_growth;
    counts.prior[m] = cell.prior;
    counts.grade[m] = cell.grade;
  }
  if (counted > 0) {
    tests.value_added_se = standard_error(errors, counts);
    tests.value_added_level = level_of_index(nature, sum / counted / tests.value_added_se);
  }
  return tests;
}

TestTally& TestTallies::borrow() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (free_.empty()) {
    all_.push_back(std::make_unique<TestTally>());
    all_.back()->resize(schools_);
    return *all_.back();
  }
  TestTally& tally = *free_.back();
  free_.pop_back();
  return tally;
}

void TestTallies::give_back(TestTally& tally) {
  const std::lock_guard<std::mutex> lock(mutex_);
  free_.push_back(&tally);
}

TestTally TestTallies::sum() const {
  TestTally total;
  total.resize(schools_);
  for (const auto& tally : all_) total.add(*tally);
  return total;
}

}  // namespace homeroom
