#include "sim/year/testing_tally.hpp"

#include <utility>

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

void TestTally::resize(std::size_t schools) { cells_.assign((schools + 1) * kSubjects, {}); }

void TestTally::Cell::add(const Cell& other) {
  const auto add_to = [](std::uint16_t& here, std::uint16_t there) {
    here = static_cast<std::uint16_t>(here + there);
  };
  points += other.points;
  residual += other.residual;
  for (std::size_t g = 0; g < kPlaces; ++g) {
    for (std::size_t kind = 0; kind < kPriors; ++kind) add_to(tests[g][kind], other.tests[g][kind]);
  }
  for (std::size_t p = 0; p < 100; ++p) add_to(percentiles[p], other.percentiles[p]);
}

void TestTally::add(const TestTally& other) {
  for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i].add(other.cells_[i]);
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
    std::array<int, kPriors> by_prior{};
    PerGrade<int> by_grade{};
    for (std::size_t g = 0; g < kPlaces; ++g) {
      for (std::size_t kind = 0; kind < kPriors; ++kind) {
        by_prior[kind] += cell.tests[g][kind];
        if (kind != 0) by_grade[g + kFirst] += cell.tests[g][kind];
      }
    }
    for (std::size_t kind = 1; kind < kPriors; ++kind) tests.with_growth[m] += by_prior[kind];
    tests.tested[m] = tests.with_growth[m] + by_prior[0];
    by_prior[0] = 0;
    // Rounded to the nearest whole number of children, since points may be negative.
    const std::int64_t proficient = (cell.points + kOneProficient / 2) >> 40;
    tests.proficient[m] = static_cast<int>(proficient);
    const int with_growth = tests.with_growth[m];
    if (tests.tested[m] > 0) {
      tests.mean_score[m] = static_cast<double>(cell.points - proficient * kOneProficient) /
                            tests.tested[m] / static_cast<double>(kScorePoints);
    }
    if (with_growth < nature.minimum_tested || with_growth == 0) continue;
    tests.median_sgp[m] = median_of(cell.percentiles, with_growth);
    const double residual = static_cast<double>(cell.residual) / 65536.0;
    tests.value_added[m] = residual / with_growth;
    sum += residual;
    counted += with_growth;
    counts.prior[m] = by_prior;
    counts.grade[m] = by_grade;
  }
  if (counted > 0) {
    tests.value_added_se = standard_error(errors, counts);
    tests.value_added_level = level_of_index(nature, sum / counted / tests.value_added_se);
  }
  return tests;
}

TestTally& TestTallies::make_one() {
  all_.push_back(std::make_unique<TestTally>());
  all_.back()->resize(schools_);
  return *all_.back();
}

TestTally& TestTallies::borrow() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (free_.empty()) return make_one();
  TestTally& tally = *free_.back();
  free_.pop_back();
  return tally;
}

void TestTallies::give_back(TestTally& tally) {
  const std::lock_guard<std::mutex> lock(mutex_);
  free_.push_back(&tally);
}

/// Where slices ran one after the other there is one, and nothing to add.
TestTally TestTallies::sum() && {
  if (all_.empty()) make_one();
  TestTally total = std::move(*all_.front());
  for (std::size_t other = 1; other < all_.size(); ++other) total.add(*all_[other]);
  return total;
}

}  // namespace homeroom
