// What a report says of how its results came about: title, what was asked, how to repeat it.
#pragma once

#include "analysis/report/results.hpp"
#include "app/report_folder.hpp"

namespace homeroom::app {

void add_provenance(report::Document& document, const ReportFolder& folder,
                    const report::Results& results);

}  // namespace homeroom::app
