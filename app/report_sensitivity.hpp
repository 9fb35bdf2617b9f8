// What `homeroom sensitivity` says of a sweep, as a section of its report.
#pragma once

#include <filesystem>

#include "analysis/report/document.hpp"

namespace homeroom::app {

struct ToldSensitivity {
  report::Section section;
  std::vector<std::string> answer;  ///< of each outcome, the factor that matters most
};

/// With the command's own level of confidence and resamples; where the design or its folder is
/// refused, why.
ToldSensitivity sensitivity_told(const std::filesystem::path& folder);

}  // namespace homeroom::app
