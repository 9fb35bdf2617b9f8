// Counts of a slice's test results by school and subject: whole numbers, so their order is free.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/year/testing.hpp"

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
  /// `residual` is the score less its prediction [state SD].
  void add_growth(std::size_t school, int subject, int percentile, float residual) {
    Cell& cell = cells_[school * kSubjects + static_cast<std::size_t>(subject)];
    ++cell.with_growth;
    ++cell.percentiles[static_cast<std::size_t>(percentile)];
    cell.residual += static_cast<std::int64_t>(residual * 65536.0f);
  }
  void add(const TestTally& other);
  /// Published figures of a school; growth only for at least `minimum` children. `correlation` is
  /// that of a child's two residuals.
  SchoolTests summary(std::size_t school, int minimum, double residual_sd,
                      double correlation) const;

 private:
  struct Cell {
    std::int32_t tested = 0, proficient = 0, with_growth = 0;
    std::int64_t points = 0, residual = 0;
    std::array<std::uint16_t, 100> percentiles{};
  };
  std::vector<Cell> cells_;
};

}  // namespace homeroom
