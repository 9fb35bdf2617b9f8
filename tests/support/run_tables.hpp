// The tables of a run in memory, to compare runs cell by cell.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "sim/run/experiment.hpp"

namespace homeroom::testing {

/// What a run writes: replicates as they come, each with the texts of all tables in the order of
/// `tables_of_a_run`.
using RunTexts = std::vector<std::pair<std::uint32_t, std::vector<std::string>>>;

/// Runs `replicates` of `scenario` with everything written, burn-in and microdata too.
RunTexts run_texts(const Scenario& scenario, const std::vector<std::uint32_t>& replicates,
                   int threads = 0);

/// One replicate with everything written.
ReplicateRecords run_records(const Scenario& scenario, std::uint32_t replicate = 1);

/// The first cell in which two runs differ, or nothing. Columns of which `ignored` is true are not
/// looked at.
using Ignored = std::function<bool(const ColumnDefinition&)>;
std::string first_difference(
    const ReplicateRecords& one, const ReplicateRecords& other,
    const Ignored& ignored = [](const ColumnDefinition&) { return false; });

}  // namespace homeroom::testing
