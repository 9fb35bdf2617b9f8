// Scenarios as commands read them: every fault and warning told, with what was asked on the command
// line in the words in which it was asked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/options.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom::app {

/// As `read_scenario`; a file that is not there brings along the one that was probably meant.
Reading read_with_hints(const std::string& file, const std::vector<std::string>& settings,
                        const PolicyFiles& policies = {});

/// One fault a line; of a mere part of a scenario one line instead of all that it leaves out.
std::string faults_text(const std::string& file, const std::vector<Fault>& faults);

/// The options as settings of the scenario, so that they pass the same checks as its keys.
std::vector<std::string> settings_of(const RunOptions& options);

/// The policies that are asked for, as one; nothing after a fault was printed.
std::optional<PolicyFiles> policies_asked(const PolicyOptions& options);

/// All scenarios of a run, or the exit status of bad input after every fault was printed.
int read_all(const RunOptions& options, std::vector<Scenario>& scenarios);

}  // namespace homeroom::app
