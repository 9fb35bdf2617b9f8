#include "analysis/claims/published_rule.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/estimators/mean_interval.hpp"
#include "analysis/estimators/share_interval.hpp"
#include "sim/core/arithmetic.hpp"

namespace homeroom::claims {
namespace {

constexpr double kSupported = 0.8, kContradicted = 0.2;
constexpr double kSignificant = 0.05;
constexpr double kOfSigns = 0.95, kOfNoDifference = 0.90;  // intervals
constexpr double kTellsNothingBelow = 2.0;                 // of the ratio, either way
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

bool as_stated(Stated stated, double estimate, double margin) {
  switch (stated) {
    case Stated::Higher:
      return estimate > 0.0;
    case Stated::Lower:
      return estimate < 0.0;
    case Stated::Alike:
      break;
  }
  return std::abs(estimate) <= margin;
}

struct Passing {
  std::size_t cities = 0, passed = 0;
  double share() const {
    return (static_cast<double>(passed) + 0.5) / (static_cast<double>(cities) + 1.0);
  }
};

bool is_significant(double p) { return p < kSignificant; }

enum class Passes { Yes, No, NothingThere };

/// `only_significant`: contrasts whose p is not below .05 have not come out.
Passes passes(const PublishedRule& rule, const StudiedCity& city, bool only_significant) {
  std::size_t there = 0, met = 0;
  for (std::size_t i = 0; i < rule.contrasts.size(); ++i) {
    if (std::isnan(city.estimates[i])) continue;
    ++there;
    met += as_stated(rule.contrasts[i], city.estimates[i], rule.margin) &&
           (!only_significant || is_significant(city.p[i]));
  }
  if (there == 0) return Passes::NothingThere;
  return met >= (rule.needed == 0 ? there : rule.needed) ? Passes::Yes : Passes::No;
}

Passing passing(const PublishedRule& rule, const std::vector<StudiedCity>& cities,
                bool only_significant = false) {
  Passing all;
  for (const StudiedCity& city : cities) {
    const Passes how = passes(rule, city, only_significant);
    all.cities += how != Passes::NothingThere;
    all.passed += how == Passes::Yes;
  }
  return all;
}

/// The same cities in both lives: those that pass in one of them alone.
void tell_pairs(const PublishedRule& rule, const std::vector<StudiedCity>& cities,
                const std::vector<StudiedCity>& placebo, PublishedFinding& finding) {
  for (std::size_t i = 0; i < std::min(cities.size(), placebo.size()); ++i) {
    const Passes with = passes(rule, cities[i], false), without = passes(rule, placebo[i], false);
    finding.only_with += with == Passes::Yes && without == Passes::No;
    finding.only_without += with == Passes::No && without == Passes::Yes;
  }
}

/// A raw change has none.
bool any_p(const std::vector<StudiedCity>& cities) {
  return std::any_of(cities.begin(), cities.end(), [](const StudiedCity& city) {
    return std::any_of(city.p.begin(), city.p.end(), [](double p) { return !std::isnan(p); });
  });
}

double share_to_the_other_side(const PublishedRule& rule, const std::vector<StudiedCity>& cities) {
  double there = 0, other = 0;
  for (const StudiedCity& city : cities) {
    bool any = false, against = false;
    for (std::size_t i = 0; i < rule.contrasts.size(); ++i) {
      if (std::isnan(city.estimates[i])) continue;
      any = true;
      against = against || (is_significant(city.p[i]) &&
                            !as_stated(rule.contrasts[i], city.estimates[i], rule.margin));
    }
    there += any;
    other += against;
  }
  return there > 0 ? other / there : kNone;
}

/// Of no difference: how often p is .05 and more, and how often a study with the median error would
/// find a true difference of the margin. Errors are told by estimate and p, as of a normal.
void tell_no_difference(const PublishedRule& rule, const std::vector<StudiedCity>& cities,
                        PublishedFinding& finding) {
  std::vector<double> errors;
  double told = 0, not_significant = 0;
  for (const StudiedCity& city : cities) {
    for (std::size_t i = 0; i < rule.contrasts.size(); ++i) {
      const double p = city.p[i];
      if (std::isnan(city.estimates[i]) || std::isnan(p)) continue;
      ++told;
      not_significant += !is_significant(p);
      if (p > 0.0 && p < 0.95) {
        errors.push_back(std::abs(city.estimates[i]) / normal_quantile(1.0 - p / 2.0));
      }
    }
  }
  finding.significant_share = told > 0 ? not_significant / told : kNone;
  if (errors.empty()) return;
  const auto middle = errors.begin() + static_cast<std::ptrdiff_t>(errors.size() / 2);
  std::nth_element(errors.begin(), middle, errors.end());
  const double away = rule.margin / *middle, bound = normal_quantile(1.0 - kSignificant / 2.0);
  const auto above = [](double z) { return 0.5 * std::erfc(z / std::sqrt(2.0)); };
  finding.power = above(bound - away) + above(bound + away);
}

estimators::ShareInterval passing_share(const Passing& passing) {
  const auto n = static_cast<double>(passing.cities);
  return estimators::share_interval(static_cast<double>(passing.passed) / n, n);
}

void tell_mean(const PublishedRule& rule, const std::vector<StudiedCity>& cities, bool alike,
               PublishedFinding& finding) {
  std::vector<double> means;
  for (const StudiedCity& city : cities) {
    double sum = 0.0, count = 0.0;
    for (std::size_t i = 0; i < rule.contrasts.size(); ++i) {
      if (std::isnan(city.estimates[i])) continue;
      sum += city.estimates[i];
      ++count;
    }
    if (count > 0.0) means.push_back(sum / count);
  }
  const estimators::MeanInterval of(means);
  const double confidence = alike ? kOfNoDifference : kOfSigns;
  finding.estimate = of.mean();
  finding.low = of.low(confidence);
  finding.high = of.high(confidence);
}

Verdict verdict_of_signs(const PublishedFinding& finding) {
  if (finding.share >= kSupported) return Verdict::Supported;
  return finding.share <= kContradicted ? Verdict::Contradicted : Verdict::Mixed;
}

/// Of every contrast by itself: two that differ to both sides are not alike together.
Verdict verdict_of_no_difference(const PublishedRule& rule,
                                 const std::vector<StudiedCity>& cities) {
  Verdict verdict = Verdict::Supported;
  for (std::size_t i = 0; i < rule.contrasts.size(); ++i) {
    std::vector<double> estimates;
    for (const StudiedCity& city : cities) {
      if (!std::isnan(city.estimates[i])) estimates.push_back(city.estimates[i]);
    }
    if (estimates.size() < 2) continue;
    const estimators::MeanInterval of(estimates);
    const double low = of.low(kOfNoDifference), high = of.high(kOfNoDifference);
    if (low > rule.margin || high < -rule.margin) return Verdict::Contradicted;
    if (low < -rule.margin || high > rule.margin) verdict = Verdict::Mixed;
  }
  return verdict;
}

}  // namespace

PublishedFinding judge_published(const PublishedRule& rule, const std::vector<StudiedCity>& cities,
                                 const std::vector<StudiedCity>& placebo) {
  if (rule.contrasts.empty()) throw std::invalid_argument("a claim without contrasts");
  const bool alike = std::all_of(rule.contrasts.begin(), rule.contrasts.end(),
                                 [](Stated stated) { return stated == Stated::Alike; });
  PublishedFinding finding;
  const Passing model = passing(rule, cities), without = passing(rule, placebo);
  finding.cities = model.cities;
  if (model.cities < 2) return finding;
  finding.share = model.share();
  const estimators::ShareInterval ends = passing_share(model);
  finding.share_low = ends.low;
  finding.share_high = ends.high;
  tell_mean(rule, cities, alike, finding);
  finding.significant_share = any_p(cities)
                                  ? static_cast<double>(passing(rule, cities, true).passed) /
                                        static_cast<double>(model.cities)
                                  : kNone;
  finding.other_side_share = share_to_the_other_side(rule, cities);
  finding.power = kNone;
  if (alike) tell_no_difference(rule, cities, finding);
  finding.placebo_share = without.cities > 0 ? without.share() : kNone;
  const estimators::ShareInterval without_ends =
      without.cities > 0 ? passing_share(without) : estimators::ShareInterval{kNone, kNone};
  finding.placebo_low = without_ends.low;
  finding.placebo_high = without_ends.high;
  finding.ratio = finding.share / finding.placebo_share;
  tell_pairs(rule, cities, placebo, finding);
  const auto left = [&](double bound) {
    return finding.share_low > bound || finding.share_high < bound;
  };
  finding.settled = left(kSupported) && left(kContradicted);
  finding.verdict = alike ? verdict_of_no_difference(rule, cities) : verdict_of_signs(finding);
  const bool tells_nothing =
      finding.ratio > 1.0 / kTellsNothingBelow && finding.ratio < kTellsNothingBelow;
  if (tells_nothing) finding.verdict = Verdict::NotInformative;
  return finding;
}

}  // namespace homeroom::claims
