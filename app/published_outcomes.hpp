// What a published study of each run would have found, as outcomes of a sweep:
//
//   published.STATISTIC.OUTCOME.SUBJECTS.OF-AGAINST[.raw][@YEARS]
//   published.estimate.proficiency.math+ela.horace_mann-traditional@2015+2016
//
// The statistic is the estimate, its error or its p; the regression is that of the report
// (analysis/estimators/report_regression.hpp): schools of the models OF against those of AGAINST,
// each side pooled, all other models with a dummy of their own; raw: without the five shares of who
// attends.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analysis/estimators/report_regression.hpp"
#include "sim/run/sweep.hpp"

namespace homeroom::app {

enum class PublishedStatistic { Estimate, Error, P };

struct PublishedOutcome {
  std::string name;
  PublishedStatistic statistic = PublishedStatistic::Estimate;
  estimators::SchoolOutcome outcome = estimators::SchoolOutcome::Proficiency;
  std::vector<int> subjects, years;  ///< no years: the last policy year
  std::vector<std::string> of, against;
  bool raw = false;
};

/// True where a name is meant for one of these.
bool is_published(const std::string& name);

/// What a name says; `fault` and what is allowed where it says nothing.
struct PublishedReading {
  PublishedOutcome outcome;
  std::string fault, allowed, nearest;
};
PublishedReading read_published(const std::string& name);

/// Reads a run's policy years and estimates at their end; what a city cannot tell, for want of a
/// model, a year or degrees of freedom, is NaN.
std::unique_ptr<RunReader> published_reader(const std::vector<PublishedOutcome>& outcomes);

}  // namespace homeroom::app
