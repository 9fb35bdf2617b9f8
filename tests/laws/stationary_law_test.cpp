// A start that is not stationary drifts for a decade, and a policy that begins in it is credited
// with the drift. Over the last five burn-in years of Boston the city's mean score, turnover and
// teachers' mean effectiveness move by less than .003 a year.
//
// Slopes of forty replicates of fixed seeds: nothing is left to chance when the test runs again. A
// slope is judged with two Monte Carlo errors on top where that is possible. Those of mean scores
// are about .001 (children differ more than years do), so that the slope alone is held to .003 and
// its error is printed; were the truth 0, a score would fail in one of a hundred sets of seeds.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <string>

#include "tests/support/lived_city.hpp"
#include "tests/support/patterns.hpp"

namespace homeroom {
namespace {

using namespace homeroom::testing;

constexpr int kReplicates = 40;
constexpr std::size_t kLastYears = 5;
constexpr double kDrift = 0.003;    // a year
constexpr double kLeaders = 0.015;  // SD a year: .0008 SD/year of growth

struct Figure {
  const char* name;
  std::function<double(const World&)> of;
  double limit;
  std::vector<double> slopes = {};  ///< by replicate

  double mean() const {
    double sum = 0;
    for (const double slope : slopes) sum += slope;
    return sum / static_cast<double>(slopes.size());
  }
  double error() const {
    double squares = 0;
    for (const double slope : slopes) squares += (slope - mean()) * (slope - mean());
    const auto n = static_cast<double>(slopes.size());
    return std::sqrt(squares / (n - 1) / n);
  }
  std::string text() const {
    return std::string(name) + ": " + std::to_string(mean()) + " +- " + std::to_string(error());
  }
};

std::vector<Figure> figures() {
  return {{"mean score, mathematics", [](const World& w) { return mean_score(w, kMath); }, kDrift},
          {"mean score, ELA", [](const World& w) { return mean_score(w, kEla); }, kDrift},
          {"turnover", turnover, kDrift},
          {"teachers' effect", mean_teacher, kDrift},
          {"novices", novice_share, kDrift},
          {"principals' leadership", mean_leader, kLeaders}};
}

/// Slopes over the last years of Boston's burn-in, lived through once for all tests.
const std::vector<Figure>& slopes_of_boston() {
  static const std::vector<Figure> lived = [] {
    const Reading reading = read_scenario(HOMEROOM_SOURCE_DIR "/scenarios/boston.toml");
    const Scenario& scenario = reading.scenario.value();
    std::vector<Figure> all = figures();
    for (std::uint32_t replicate = 1; replicate <= kReplicates; ++replicate) {
      LivedCity city(scenario, replicate);
      std::vector<std::vector<double>> values(all.size());
      const auto years = static_cast<std::size_t>(scenario.run.burn_in_years);
      for (std::size_t year = 0; year < years && city.pass_year(); ++year) {
        if (year + kLastYears < years) continue;
        for (std::size_t i = 0; i < all.size(); ++i) {
          values[i].push_back(all[i].of(city.world()));
        }
      }
      for (std::size_t i = 0; i < all.size(); ++i) all[i].slopes.push_back(slope_of(values[i]));
    }
    return all;
  }();
  return lived;
}

TEST(Stationary, ScoresDoNotDriftBeforeThePolicyStarts) {
  for (std::size_t i = 0; i < 2; ++i) {
    const Figure& figure = slopes_of_boston()[i];
    ::testing::Test::RecordProperty(i == 0 ? "math" : "ela", figure.text());
    EXPECT_LT(std::abs(figure.mean()), figure.limit) << figure.text();
    EXPECT_LT(figure.error(), 0.0015) << figure.text();
  }
}

TEST(Stationary, StaffDoesNotDriftBeforeThePolicyStarts) {
  for (std::size_t i = 2; i < slopes_of_boston().size(); ++i) {
    const Figure& figure = slopes_of_boston()[i];
    EXPECT_LT(std::abs(figure.mean()) + 2 * figure.error(), figure.limit) << figure.text();
  }
}

}  // namespace
}  // namespace homeroom
