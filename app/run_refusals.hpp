// What keeps a run from beginning, asked of all its scenarios before the first is run, and told.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/options.hpp"
#include "app/room_left.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom::app {

/// An option's number outside of its range, told; those of keys are the scenario's to check.
bool number_refused(const std::string& command, const char* option,
                    const std::optional<int>& number, int low, int high);
bool threads_refused(const std::string& command, const std::optional<int>& threads);

/// Words of an option that no `what` has, told with the nearest that one has.
bool words_refused(const std::string& command, const char* option,
                   const std::vector<std::string>& asked, const std::vector<std::string>& known,
                   const char* what);

/// Numbers of the command line that no run can use.
bool numbers_refused(const std::string& command, const RunOptions& options);

/// Options that a city's or a nation's run cannot use.
bool options_refused(const RunOptions& options, const std::vector<Scenario>& scenarios);

/// Two scenarios of one name would write one folder.
bool names_clash(const std::vector<Scenario>& scenarios);

/// A scenario's folder holds another run.
bool folders_refused(const RunOptions& options, const std::vector<Scenario>& scenarios,
                     const std::vector<std::string>& command_line);

/// Disks or memory have less room than is likely to be taken.
bool room_is_wanting(const std::vector<DiskNeed>& disk, double memory);
bool room_is_wanting(const RunOptions& options, const std::vector<Scenario>& scenarios);

}  // namespace homeroom::app
