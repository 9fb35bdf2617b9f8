// Which command's results a folder holds, and whether a report can be made of them.
#pragma once

#include <string>

#include "app/options.hpp"
#include "sim/records/manifest_reading.hpp"

namespace homeroom::app {

enum class ResultsOf { Run, Compare, Effect, Claims, Sweep };

struct ReportFolder {
  ResultsOf kind = ResultsOf::Run;
  ManifestFacts manifest;  ///< `ours` is false where the kind has none
  std::string notice;      ///< what a reader must know: unfinished, another version; or empty
  std::string refused;     ///< why no report can be made, with what to try; empty: one can
};

ReportFolder look_at_results(const std::string& folder);

}  // namespace homeroom::app
