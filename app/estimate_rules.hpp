// Which options of `homeroom estimate` go together.
#pragma once

#include <string>
#include <vector>

#include "app/options.hpp"

namespace homeroom::app {

/// The option that says what is estimated, such as "--outcome"; empty where there is none, or more
/// than one.
std::string kind_of(const EstimateOptions& options);

/// What is asked for beside what does not belong to it, or without what it wants: a sentence each.
std::vector<std::string> contradictions_in(const EstimateOptions& options);

}  // namespace homeroom::app
