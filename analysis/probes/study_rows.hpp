// Rows of the report's regression, laid otherwise.
#pragma once

#include "analysis/estimators/report_regression.hpp"

namespace homeroom::probes {

/// The schools of the panel's first year under the model that they had then; others are as if
/// nobody was tested there.
panel::Panel frozen(const panel::Panel& panel);

/// The schools that still teach in the panel's last year, in all its years.
panel::Panel survivors(const panel::Panel& panel);

/// A row for each school and year of the question, with a dummy for each year but the first;
/// clusters are schools.
estimators::LinearModel school_years(const panel::Panel& panel,
                                     const estimators::ReportQuestion& question);

/// Without the five demographic shares.
estimators::LinearModel without_shares(const estimators::LinearModel& model);

/// With the schools' mean score in a year, over subjects by children tested; schools that have
/// none are left out. Rows' clusters are schools.
estimators::LinearModel with_prior(const estimators::LinearModel& model,
                                   const panel::Schools& before, const std::vector<int>& subjects);

}  // namespace homeroom::probes
