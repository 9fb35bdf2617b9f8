// Rule V5 over the cities of claims: numbers that are put in, looked at as data.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "analysis/claims/input_check.hpp"
#include "app/options.hpp"
#include "sim/scenario/claim.hpp"

namespace homeroom::app {

struct CheckedInput {
  claims::InputFinding finding;
  std::vector<std::string> notes;  ///< of a key: its value in each city, with status and source
};

/// False where no run has the outcome.
bool was_told(const CheckedInput& input);

using TellInput = std::function<void(const Claim&, const CheckedInput&)>;

/// Why a claim has no input to look at; empty where it has.
std::string why_no_input(const Claim& claim);

/// Looks the keys up and lives the cities of the outcomes, each in a folder of its own below
/// `folder`, without any policy; tells each claim once its cities are lived. Outcomes of `all`
/// claims of a city are kept. The exit status; throws as sweep_into.
int live_inputs(const ClaimsOptions& options, const std::vector<Claim>& all,
                const std::vector<const Claim*>& asked, const std::filesystem::path& folder,
                const TellInput& tell);

}  // namespace homeroom::app
