// The report's regression in a city: are its signs as told, and how far does value added move them?
#include <algorithm>
#include <map>
#include <stdexcept>

#include "analysis/estimators/report_regression.hpp"
#include "analysis/estimators/value_added.hpp"
#include "analysis/patterns/average.hpp"
#include "analysis/patterns/studies.hpp"

namespace homeroom::patterns {
namespace {

using estimators::Coefficient;
using panel::Panel;

constexpr double kSignificant = 0.05;

/// A model, or several that count as one, and the sign that it should have.
struct Sign {
  std::vector<std::string> models;
  std::string word;  ///< what the regression calls them
  char sign = '+';
};

Sign sign_of(const std::string& text) {
  const std::size_t equals = text.find('=');
  Sign sign;
  sign.word = text.substr(0, equals);
  sign.sign = text.at(equals + 1);
  std::size_t from = 0;
  while (from <= sign.word.size()) {
    const std::size_t to = std::min(sign.word.find('|', from), sign.word.size());
    sign.models.push_back(sign.word.substr(from, to - from));
    from = to + 1;
  }
  return sign;
}

/// Every model of the city under its own name, but those that count as one.
std::map<std::string, std::string> levels_of(const Panel& panel, const std::vector<Sign>& signs) {
  std::map<std::string, std::string> levels;
  for (const panel::Year& year : panel.years) {
    for (const std::string& model : year.schools.model) levels.emplace(model, model);
  }
  for (const Sign& sign : signs) {
    for (const std::string& model : sign.models) levels[model] = sign.word;
  }
  return levels;
}

bool agrees(const Coefficient& of, char sign) {
  if (sign == '0') return !(of.p < kSignificant);
  return sign == '+' ? of.estimate > 0 : of.estimate < 0;
}

/// Share of the signs that come out as told, among those whose schools there are.
double signs_as_told(const Panel& panel, const Study& study) {
  std::vector<Sign> signs;
  for (const std::string& text : study.signs) signs.push_back(sign_of(text));
  const estimators::SchoolOutcome outcome = study.outcome == "growth"
                                                ? estimators::SchoolOutcome::MedianGrowth
                                                : estimators::SchoolOutcome::Proficiency;
  const estimators::LinearFit fit =
      estimators::report_regression(panel, {outcome,
                                            study.years,
                                            study.subjects,
                                            {study.against, false, true, levels_of(panel, signs)}});
  Average all;
  for (const Sign& sign : signs) {
    for (const Coefficient& of : fit.coefficients) {
      if (of.name == "level:" + sign.word && !of.dropped) all.add(agrees(of, sign.sign) ? 1 : 0);
    }
  }
  return all.value();
}

/// Value added less the report's regression on mean scores, both in SD and of one year.
double shift_of(const Panel& panel, const Study& study) {
  const estimators::ModelComparison comparison{study.against, false, true, {}};
  Average all;
  for (const int year : study.years) {
    const estimators::LinearFit level = estimators::report_regression(
        panel, {estimators::SchoolOutcome::MeanScore, {year}, {kMath, kEla}, comparison});
    const estimators::LinearFit growth =
        estimators::value_added_of_models(panel, {year, {kMath, kEla}, true}, comparison);
    for (const std::string& model : study.models) {
      const std::string column = "model:" + model;
      all.add(growth.of(column).estimate - level.of(column).estimate);
    }
  }
  return all.value();
}

}  // namespace

double report_figure(const Panel& panel, const Study& study) {
  return study.kind == StudyKind::Signs ? signs_as_told(panel, study) : shift_of(panel, study);
}

}  // namespace homeroom::patterns
