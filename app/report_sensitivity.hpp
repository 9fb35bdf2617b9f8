// What `homeroom sensitivity` says of a sweep, as a section of its report.
#pragma once

#include <filesystem>

#include "analysis/report/document.hpp"

namespace homeroom::app {

/// With the command's own level of confidence and resamples; where the design or its folder is
/// refused, why.
report::Section sensitivity_section(const std::filesystem::path& folder);

}  // namespace homeroom::app
