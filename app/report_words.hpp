// What the files beside results say in words: claims that were judged, designs that were lived.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "analysis/report/results.hpp"

namespace homeroom::app {

/// What a policy's file says of itself, with its name: "R1: ..."; empty where it is not at hand.
std::string policy_said(const std::filesystem::path& file);
/// What each shipped claim says, by its id; none where the folder of claims is not at hand.
report::Words claims_said();
/// A design's name, question and method, in order; none where it cannot be read.
std::vector<std::pair<std::string, std::string>> design_said(const std::filesystem::path& file);
/// What each outcome of a design says, with unit, whose and when, by its name.
report::Words outcomes_said(const std::filesystem::path& file);

}  // namespace homeroom::app
