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

/// A test that a child sat.
struct TestTaken {
  int grade = 0;
  std::int16_t points = 0;
  bool proficient = false;
  /// The prior scores on which its growth rests, and without any no more than that.
  testing::Prior prior = testing::Prior::None;
  int percentile = 0;  ///< 0 without growth
  float residual = 0;  ///< the score less its prediction [state SD]
};

class TestTally {
 public:
  void resize(std::size_t schools);
  /// A place beside the schools for those who did not sit the test.
  std::size_t nowhere() const { return cells_.size() / kSubjects - 1; }
  void add(std::size_t school, int subject, const TestTaken& test) {
    Cell& cell = cells_[school * kSubjects + static_cast<std::size_t>(subject)];
    // Masks and counts of nothing, since branches would be guessed wrong.
    const std::int64_t growth = test.prior != testing::Prior::None;
    cell.points += test.points + static_cast<std::int64_t>(test.proficient) * kOneProficient;
    cell.residual += static_cast<std::int64_t>(test.residual * 65536.0f) & -growth;
    ++cell.tests[place_of(test.grade)][static_cast<std::size_t>(test.prior)];
    ++cell.percentiles[static_cast<std::size_t>(test.percentile)];
  }
  void add(const TestTally& other);
  /// Published figures of a school with so many sections by grade; growth only for at least
  /// `nature.minimum_tested` children.
  SchoolTests summary(std::size_t school, const TestingParameters& nature,
                      const GrowthErrors& errors, const PerGrade<int>& sections) const;

 private:
  /// Tested grades lie within these.
  static constexpr int kFirst = 3, kPlaces = 8;
  static constexpr std::size_t place_of(int grade) {
    return static_cast<std::size_t>(grade - kFirst);
  }
  /// Children who are proficient are counted above the sum of points, which stays far below.
  static constexpr std::int64_t kOneProficient = std::int64_t{1} << 40;

  struct Cell {
    std::int64_t points = 0, residual = 0;
    /// Tests by grade and kind of prior scores, those without any among them.
    std::array<std::array<std::uint16_t, kPriors>, kPlaces> tests{};
    std::array<std::uint16_t, 100> percentiles{};  ///< the first counts who has none
    void add(const Cell& other);
  };
  std::vector<Cell> cells_;
};

/// As many tallies as slices run side by side: they are larger than what a slice adds to them.
class TestTallies {
 public:
  explicit TestTallies(std::size_t schools) : schools_(schools) {}
  TestTally& borrow();
  void give_back(TestTally& tally);
  /// The sum of all, which are gone then.
  TestTally sum() &&;

 private:
  TestTally& make_one();

  std::size_t schools_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<TestTally>> all_;
  std::vector<TestTally*> free_;
};

}  // namespace homeroom
