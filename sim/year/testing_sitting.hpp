// The papers of some children, as columns side by side: what they knew, what they had scored
// before, and what comes back from marking.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "sim/core/parallel.hpp"
#include "sim/year/testing.hpp"
#include "sim/year/testing_errors.hpp"

namespace homeroom::testing {

/// The prior scores on which a prediction rests, by their age in years.
enum class Prior : std::uint8_t { None, One, OneAndTwo, Two, TwoAndThree, Three };

/// By grade, whether there is a last score, and whether there is one before it.
using PriorTable = std::array<std::array<std::array<Prior, 2>, 2>, kGrades>;

/// A score in state SD: points / kScorePoints to the last bit (a test compares all of them) without
/// a division. The first part of 1 / 1000 has eight bits, so that its product is exact.
inline float score_of(std::int16_t points) {
  static_assert(kScorePoints == 1000.0f);
  const auto whole = static_cast<float>(points);
  return whole * 0x83p-17f + whole * 5.49316383e-07f;
}

/// Children worked through together, so few that their columns stay in the first-level cache.
inline constexpr std::size_t kBatch = 512;

/// What some children bring to the tests of one subject.
struct Papers {
  std::array<float, kBatch> achievement, error;  ///< error: a standard normal
  std::array<std::int16_t, kBatch> last, before;
};

/// What comes back from marking, of a slice's children in one subject.
struct Marks {
  std::array<std::int16_t, kSliceRows> score;            ///< kNoScore: did not sit
  std::array<Prior, kSliceRows> prior;                   ///< none for those without a score
  std::array<std::uint8_t, kSliceRows> percentile;       ///< 0 for them, too
  std::array<float, kSliceRows> residual, standardised;  ///< without meaning where prior is none
};

/// A year's tests: their error, who sits them, and the state's predictions as a table, so that
/// marking is a loop without branches.
class Sitting {
 public:
  Sitting(const TestingParameters& nature, bool given);

  const PriorTable& priors() const { return priors_; }
  /// Gives errors in ELA, independent until now, the part they share with those in mathematics.
  void share_errors(const float* math, float* ela, std::size_t count) const;
  /// Writes the marks of `count` children from the place `at` on. `absence`: their words.
  void mark(const Papers& papers, const std::uint32_t* absence, std::size_t count, std::size_t at,
            Marks& marks) const;
  bool is_proficient(int subject, std::int16_t score) const {
    return static_cast<float>(score) >= cut_[static_cast<std::size_t>(subject)];
  }
  /// Variances of the state's residuals by kind of prior scores [SD^2].
  std::array<double, kPriors> variances() const;

 private:
  void predict(Prior prior, const Prediction& from);
  /// Writes the points that children make, and those of whoever sits the test.
  void score(const Papers& papers, const std::uint32_t* absence, std::size_t count,
             std::int16_t* points, std::int16_t* taken) const;
  /// Writes what points are above those that prior scores predict, and the same in SD.
  void predict_all(const Papers& papers, std::size_t count, const std::int16_t* points,
                   const std::uint8_t* prior, float* residual, float* standardised) const;

  bool given_;
  std::uint32_t absent_;
  float error_sd_, shared_, own_;
  PerSubject<float> cut_;  ///< in points
  PriorTable priors_;
  std::array<float, kPriors> on_last_{}, on_before_{}, residual_sd_{};
};

}  // namespace homeroom::testing
