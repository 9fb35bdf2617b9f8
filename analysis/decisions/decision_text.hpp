// A report as a page that can be read aloud: the ranking in sentences, then tables, then where a
// policy fails, then what the figures are.
#pragma once

#include <string>

#include "analysis/decisions/decision_report.hpp"

namespace homeroom::decisions {

std::string decision_text(const PolicyOutcomes& outcomes, const DecisionReport& report,
                          const ReportAsked& asked);

/// The first line of `decision_csv`.
inline constexpr const char* kDecisionHead =
    "table,policy,against,figure,value,error,low,high,text\n";

/// All figures of a report, one a line, comma-separated, with a header; what is not known is empty.
std::string decision_csv(const PolicyOutcomes& outcomes, const DecisionReport& report);

}  // namespace homeroom::decisions
