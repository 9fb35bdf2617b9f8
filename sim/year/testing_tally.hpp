// Counts of test results by school and subject: whole numbers, so their order is free, and slices
// that run one after the other share a tally.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "sim/year/testing_errors.hpp"
#include "sim/year/testing_sitting.hpp"

namespace homeroom {

class TestTally {
 public:
  void resize(std::size_t schools);
  void add_score(std::size_t school, int subject, std::int16_t points, bool proficient) {
    Cell& cell = cells_[school * kSubjects + static_cast<std::size_t>(subject)];
    ++cell.tested;
    cell.proficient += proficient;
    cell.points += points;
  }
  /// `residual` is the score less its prediction from prior scores of a kind [state SD].
  void add_growth(std::size_t school, int subject, int grade, testing::Prior prior, int percentile,
                  float residual) {
    Cell& cell = cells_[school * kSubjects + static_cast<std::size_t>(subject)];
    ++cell.with_growth;
    ++cell.grade[static_cast<std::size_t>(grade)];
    ++cell.prior[static_cast<std::size_t>(prior)];
    ++cell.percentiles[static_cast<std::size_t>(percentile)];
    cell.residual += static_cast<std::int64_t>(residual * 65536.0f);
  }
  void add(const TestTally& other);
  /// Published figures of a school with so many sections by grade; growth only for at least
  /// `nature.minimum_tested` children.
  SchoolTests summary(std::size_t school, const TestingParameters& nature,
                      const GrowthErrors& errors, const PerGrade<int>& sections) const;

 private:
  struct Cell {
    std::int32_t tested = 0, proficient = 0, with_growth = 0;
    std::int64_t points = 0, residual = 0;
    std::array<std::uint16_t, 100> percentiles{};
    PerGrade<int> grade{};             ///< residuals by grade
    std::array<int, kPriors> prior{};  ///< and by kind of prior scores
  };
  std::vector<Cell> cells_;
};

/// As many tallies as slices run side by side: they are larger than what a slice adds to them.
class TestTallies {
 public:
  explicit TestTallies(std::size_t schools) : schools_(schools) {}
  TestTally& borrow();
  void give_back(TestTally& tally);
  TestTally sum() const;

 private:
  std::size_t schools_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<TestTally>> all_;
  std::vector<TestTally*> free_;
};

}  // namespace homeroom
