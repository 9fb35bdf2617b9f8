// The papers of a slice's children in one subject, as columns side by side: what they knew, what
// they had scored before, and what comes back from marking.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/core/buffer.hpp"
#include "sim/year/testing.hpp"
#include "sim/year/testing_errors.hpp"

namespace homeroom::testing {

/// The prior scores on which a prediction rests, by their age in years.
enum class Prior : std::uint8_t { None, One, OneAndTwo, Two, TwoAndThree, Three };

/// By grade, whether there is a last score, and whether there is one before it.
using PriorTable = std::array<std::array<std::array<Prior, 2>, 2>, kGrades>;

struct Papers {
  Buffer<float> achievement;
  Buffer<std::int16_t> last, before;
  Buffer<Prior> prior;
  // Marked.
  Buffer<std::int16_t> score;
  Buffer<float> residual, standardised;  ///< without meaning where there is no prior score

  Papers(const Students& students, int subject, const std::vector<std::uint32_t>& rows,
         const PriorTable& priors);
  std::size_t size() const { return last.size(); }
};

/// A year's tests: their error, who sits them, and the state's predictions as a table, so that
/// marking is a loop without branches.
class Sitting {
 public:
  Sitting(const TestingParameters& nature, bool given);

  const PriorTable& priors() const { return priors_; }
  /// Gives errors in ELA, independent until now, the part they share with those in mathematics.
  void share_errors(const float* math, float* ela, std::size_t count) const;
  /// Writes scores and residuals; `errors` are standard normals.
  void mark(const float* errors, Papers& papers) const;
  bool sits(std::uint32_t word) const { return given_ && word >= absent_; }
  bool is_proficient(int subject, std::int16_t score) const {
    return static_cast<float>(score) >= cut_[static_cast<std::size_t>(subject)];
  }
  /// Variances of the state's residuals by kind of prior scores [SD^2].
  std::array<double, kPriors> variances() const;

 private:
  void predict(Prior prior, const Prediction& from);

  bool given_;
  std::uint32_t absent_;
  float error_sd_, shared_, own_;
  PerSubject<float> cut_;  ///< in points
  PriorTable priors_;
  std::array<float, kPriors> on_last_{}, on_before_{}, residual_sd_{};
};

}  // namespace homeroom::testing
