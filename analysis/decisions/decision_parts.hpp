// The parts of a decision's page, in its order.
#pragma once

#include <string>

#include "analysis/decisions/decision_report.hpp"

namespace homeroom::decisions {

/// Half of the interval of a mean over futures.
inline double reach_of(const FuturesMean& of) { return 0.5 * (of.high - of.low); }

/// The ranking, how sure it is, and what the worst would cost.
std::string decision_sentences(const PolicyOutcomes& outcomes, const DecisionReport& report,
                               const ReportAsked& asked);

std::string policies_table(const PolicyOutcomes& outcomes, const DecisionReport& report);
std::string pairs_table(const PolicyOutcomes& outcomes, const DecisionReport& report);

/// Where a policy fails; empty where that was not asked.
std::string decision_searches(const PolicyOutcomes& outcomes, const DecisionReport& report,
                              const ReportAsked& asked);

}  // namespace homeroom::decisions
