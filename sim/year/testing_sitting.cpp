#include "sim/year/testing_sitting.hpp"

#include <bit>

#include "sim/core/arithmetic.hpp"
#include "sim/core/wide.hpp"

namespace homeroom::testing {
namespace {

/// Grade 10 looks back to grades 8 and 7, since grade 9 is not tested.
Prior prior_of(int grade, bool last, bool before) {
  const bool gap = grade == 10;
  if (last && before) return gap ? Prior::TwoAndThree : Prior::OneAndTwo;
  if (last) return gap ? Prior::Two : Prior::One;
  if (before) return gap ? Prior::Three : Prior::Two;
  return Prior::None;
}

PriorTable all_priors() {
  PriorTable table{};
  for (int grade = 0; grade < kGrades; ++grade) {
    for (std::size_t cell = 0; cell < 4; ++cell) {
      table[static_cast<std::size_t>(grade)][cell / 2][cell % 2] =
          prior_of(grade, cell / 2 == 1, cell % 2 == 1);
    }
  }
  return table;
}

inline std::int16_t points_of(float score) {
  const float points = clamp_to(score * kScorePoints, -32000.0f, 32000.0f);
  return static_cast<std::int16_t>(points + (points < 0 ? -0.5f : 0.5f));
}

}  // namespace

Sitting::Sitting(const TestingParameters& nature, bool given)
    : given_(given),
      absent_(static_cast<std::uint32_t>(nature.absent * 4294967295.0)),
      error_sd_(static_cast<float>(sqrt_of(1.0 - nature.reliability))),
      shared_(static_cast<float>(nature.error_correlation)),
      own_(static_cast<float>(sqrt_of(1.0 - nature.error_correlation * nature.error_correlation))),
      cut_{static_cast<float>(nature.cut_math) * kScorePoints,
           static_cast<float>(nature.cut_ela) * kScorePoints},
      priors_(all_priors()) {
  residual_sd_.fill(1.0f);
  predict(Prior::One, predict_from_one(nature, 1));
  predict(Prior::OneAndTwo, predict_from_two(nature, 1));
  predict(Prior::Two, predict_from_one(nature, 2));
  predict(Prior::TwoAndThree, predict_from_two(nature, 2));
  predict(Prior::Three, predict_from_one(nature, 3));
}

void Sitting::predict(Prior prior, const Prediction& from) {
  const auto at = static_cast<std::size_t>(prior);
  on_last_[at] = from.on_last;
  on_before_[at] = from.on_before;
  residual_sd_[at] = from.residual_sd;
}

std::array<double, kPriors> Sitting::variances() const {
  std::array<double, kPriors> variance{};
  for (std::size_t kind = 0; kind < kPriors; ++kind) {
    const double sd = residual_sd_[kind];
    variance[kind] = sd * sd;
  }
  return variance;
}

HOMEROOM_WIDE void Sitting::share_errors(const float* __restrict math, float* __restrict ela,
                                         std::size_t count) const {
  const float shared = shared_, own = own_;
  for (std::size_t i = 0; i < count; ++i) ela[i] = shared * math[i] + own * ela[i];
}

namespace {

/// A table by kind of prior scores, read by masks: branches would be guessed wrong, and vectors
/// look nothing up well.
struct ByPrior {
  std::array<std::uint32_t, kPriors> bits;
  explicit ByPrior(const std::array<float, kPriors>& table)
      : bits(std::bit_cast<std::array<std::uint32_t, kPriors>>(table)) {}
  float of(std::uint32_t prior) const {
    std::uint32_t value = 0;
    for (std::uint32_t kind = 0; kind < kPriors; ++kind) {
      value |= bits[kind] & (0u - static_cast<std::uint32_t>(prior == kind));
    }
    return std::bit_cast<float>(value);
  }
};

/// Leaves no prior score to those who did not sit, and no percentile to those who have none.
HOMEROOM_WIDE void keep_growth(const std::int16_t* __restrict score, std::size_t count,
                               std::uint8_t* __restrict prior,
                               std::uint8_t* __restrict percentile) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint8_t kind = score[i] == kNoScore ? std::uint8_t{0} : prior[i];
    prior[i] = kind;
    percentile[i] = kind == 0 ? std::uint8_t{0} : percentile[i];
  }
}

}  // namespace

HOMEROOM_WIDE void Sitting::score(const Papers& papers, const std::uint32_t* __restrict absence,
                                  std::size_t count, std::int16_t* __restrict points,
                                  std::int16_t* __restrict taken) const {
  const float* __restrict achievement = papers.achievement.data();
  const float* __restrict errors = papers.error.data();
  const float error_sd = error_sd_;
  // Above every word where no tests are given.
  const std::uint64_t absent = given_ ? absent_ : std::uint64_t{1} << 32;
  for (std::size_t i = 0; i < count; ++i) {
    points[i] = points_of(achievement[i] + error_sd * errors[i]);
    taken[i] = absence[i] >= absent ? points[i] : kNoScore;
  }
}

HOMEROOM_WIDE void Sitting::predict_all(const Papers& papers, std::size_t count,
                                        const std::int16_t* __restrict points,
                                        const std::uint8_t* __restrict prior,
                                        float* __restrict residual,
                                        float* __restrict standardised) const {
  const std::int16_t* __restrict last = papers.last.data();
  const std::int16_t* __restrict before = papers.before.data();
  const ByPrior on_last(on_last_), on_before(on_before_), sd(residual_sd_);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t kind = prior[i];
    // A prediction from one score has it as the later or the earlier one, whichever there is.
    const std::int16_t later = last[i], earlier = before[i];
    const float x1 = score_of(later == kNoScore ? earlier : later);
    const float x2 = score_of(earlier);
    const float rest = score_of(points[i]) - on_last.of(kind) * x1 - on_before.of(kind) * x2;
    residual[i] = rest;
    standardised[i] = rest / sd.of(kind);
  }
}

void Sitting::mark(const Papers& papers, const std::uint32_t* absence, std::size_t count,
                   std::size_t at, Marks& marks) const {
  std::array<std::int16_t, kBatch> points;
  std::int16_t* const score = marks.score.data() + at;
  auto* const prior = reinterpret_cast<std::uint8_t*>(marks.prior.data() + at);
  float* const standardised = marks.standardised.data() + at;
  this->score(papers, absence, count, points.data(), score);
  predict_all(papers, count, points.data(), prior, marks.residual.data() + at, standardised);
  growth_percentiles(standardised, count, marks.percentile.data() + at);
  keep_growth(score, count, prior, marks.percentile.data() + at);
}

}  // namespace homeroom::testing
