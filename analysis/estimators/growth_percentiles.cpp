#include "analysis/estimators/growth_percentiles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "analysis/estimators/panel_years.hpp"
#include "analysis/estimators/quantile_process.hpp"
#include "analysis/estimators/score_histories.hpp"
#include "analysis/estimators/spline_rows.hpp"
#include "sim/core/parallel.hpp"

namespace homeroom::estimators {
namespace {

const std::vector<double> kKnots = {0.2, 0.4, 0.6, 0.8};
constexpr int kQuantiles = 100, kLowest = 1, kHighest = 99;
/// Of a percentile, in the mean: what is more is told.
constexpr double kBiasTold = 1.0;

std::vector<double> shares() {
  std::vector<double> all;
  for (int k = 0; k < kQuantiles; ++k) all.push_back((k + 0.5) / kQuantiles);
  return all;
}

/// Children of a grade who are ranked among each other, by one or two earlier scores.
struct Norm {
  const ScoreHistories* grade = nullptr;
  int scores = 0;
  std::vector<std::size_t> child;  ///< in the grade
};

std::string name_of(const ScoreHistories& group) {
  return group.label.empty() ? fmt::format("grade {}", group.grade) : group.label;
}

Norm norm_of(const ScoreHistories& grade, int scores) {
  Norm norm{&grade, scores, {}};
  for (std::size_t i = 0; i < grade.row.size(); ++i) {
    bool has_all = true;
    for (int e = 0; e < scores; ++e) {
      has_all &= !std::isnan(grade.earlier[static_cast<std::size_t>(e)][i]);
    }
    if (has_all) norm.child.push_back(i);
  }
  return norm;
}

/// Those with two earlier scores, and all with one, where some have no more.
std::vector<Norm> norms_of(const std::vector<ScoreHistories>& grades, int fewest,
                           std::vector<std::string>& warnings) {
  std::vector<Norm> norms;
  for (const ScoreHistories& grade : grades) {
    Norm two = norm_of(grade, 2), one = norm_of(grade, 1);
    const auto enough = [&](const Norm& norm) {
      return !norm.child.empty() && static_cast<int>(norm.child.size()) >= fewest;
    };
    const bool both = enough(two);
    if (!one.child.empty() && !enough(one)) {
      warnings.push_back(
          fmt::format("{}: {} children with an earlier score are fewer than {}; "
                      "they have no percentile",
                      name_of(grade), one.child.size(), fewest));
    }
    const std::size_t with_two = both ? two.child.size() : 0;
    if (enough(one) && one.child.size() > with_two) norms.push_back(std::move(one));
    if (both) norms.push_back(std::move(two));
  }
  return norms;
}

std::string about_bias(const Norm& norm) {
  return fmt::format(
      "{}: percentiles by {} earlier score{} among {} are too high by {:.1f} in the mean; more "
      "rows "
      "make it less",
      name_of(*norm.grade), norm.scores, norm.scores == 1 ? "" : "s", norm.child.size(),
      percentile_bias(norm.scores, norm.child.size()));
}

/// How many of their quantiles the children reach, in the order of the norm.
std::vector<int> reached_by(const Norm& norm) {
  std::vector<std::vector<double>> earlier(static_cast<std::size_t>(norm.scores));
  std::vector<double> score;
  for (const std::size_t i : norm.child) {
    for (std::size_t e = 0; e < earlier.size(); ++e) {
      earlier[e].push_back(norm.grade->earlier[e][i]);
    }
    score.push_back(norm.grade->score[i]);
  }
  try {
    const SplineRows made = spline_rows(earlier, score, kKnots);
    const QuantileProcess process = quantile_process(made.rows, shares());
    std::vector<int> reached(norm.child.size());
    for (std::size_t i = 0; i < reached.size(); ++i) reached[made.place[i]] = process.reached[i];
    return reached;
  } catch (const std::exception& fault) {
    throw std::invalid_argument(
        fmt::format("growth percentiles of {}: {}", name_of(*norm.grade), fault.what()));
  }
}

}  // namespace

double percentile_bias(int scores, std::size_t rows) {
  const double columns = 1.0 + scores * (3.0 + static_cast<double>(kKnots.size()));
  return 0.5 * kQuantiles * columns / static_cast<double>(rows);
}

GrowthPercentiles growth_percentiles(const panel::Panel& panel, const GrowthQuestion& question) {
  const panel::Year& year = year_of(panel, question.year);
  return percentiles_among(score_histories(panel, question.year, question.subject, question.fewest),
                           year.students.size(), question.fewest);
}

GrowthPercentiles percentiles_among(const std::vector<ScoreHistories>& groups, std::size_t rows,
                                    int fewest) {
  GrowthPercentiles growth;
  growth.percentile.assign(rows, panel::kNobody);
  growth.earlier.assign(rows, 0);
  const std::vector<Norm> norms = norms_of(groups, fewest, growth.warnings);
  for (const Norm& norm : norms) {
    if (percentile_bias(norm.scores, norm.child.size()) > kBiasTold) {
      growth.warnings.push_back(about_bias(norm));
    }
  }
  std::vector<std::vector<int>> reached(norms.size());
  for_each_index(norms.size(), [&](std::size_t n) { reached[n] = reached_by(norms[n]); });
  // A grade's norm of two scores comes after that of one, and has the last word.
  for (std::size_t n = 0; n < norms.size(); ++n) {
    for (std::size_t i = 0; i < reached[n].size(); ++i) {
      const std::size_t row = norms[n].grade->row[norms[n].child[i]];
      growth.percentile[row] = std::clamp(reached[n][i], kLowest, kHighest);
      growth.earlier[row] = norms[n].scores;
    }
  }
  return growth;
}

}  // namespace homeroom::estimators
