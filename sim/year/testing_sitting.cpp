#include "sim/year/testing_sitting.hpp"

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

Papers::Papers(const Students& students, int subject, const std::vector<std::uint32_t>& rows,
               const PriorTable& priors)
    : achievement(rows.size()),
      last(rows.size()),
      before(rows.size()),
      prior(rows.size()),
      score(rows.size()),
      residual(rows.size()),
      standardised(rows.size()) {
  const int m = subject;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::uint32_t row = rows[i];
    achievement[i] = students.baseline[m][row] + students.durable[m][row] +
                     students.fleeting[m][row] + students.transient[m][row];
    last[i] = students.score[m][row];
    before[i] = students.score_before[m][row];
    prior[i] = priors[students.grade[row]][last[i] != kNoScore][before[i] != kNoScore];
  }
}

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

HOMEROOM_WIDE void Sitting::mark(const float* __restrict errors, Papers& papers) const {
  const float* __restrict achievement = papers.achievement.data();
  const std::int16_t* __restrict last = papers.last.data();
  const std::int16_t* __restrict before = papers.before.data();
  const Prior* __restrict prior = papers.prior.data();
  std::int16_t* __restrict score = papers.score.data();
  float* __restrict residual = papers.residual.data();
  float* __restrict standardised = papers.standardised.data();
  const float error_sd = error_sd_;
  const std::size_t count = papers.size();
  for (std::size_t i = 0; i < count; ++i) {
    score[i] = points_of(achievement[i] + error_sd * errors[i]);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const auto at = static_cast<std::size_t>(prior[i]);
    // A prediction from one score has it as the later or the earlier one, whichever there is.
    const bool only_before = last[i] == kNoScore;
    const float x1 = static_cast<float>(only_before ? before[i] : last[i]) / kScorePoints;
    const float x2 = static_cast<float>(before[i]) / kScorePoints;
    residual[i] =
        static_cast<float>(score[i]) / kScorePoints - on_last_[at] * x1 - on_before_[at] * x2;
    standardised[i] = residual[i] / residual_sd_[at];
  }
}

}  // namespace homeroom::testing
