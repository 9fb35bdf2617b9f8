// Tables that commands other than `run` write, declared for the data dictionary: what judges,
// compares or sweeps writes its own text, and tests hold its first line against these.
#pragma once

#include "sim/records/dictionary.hpp"

namespace homeroom::app {

/// Of a sweep, without the columns of its factors and outcomes: sweep_codebook adds those.
const TableDefinition& sweep_points_table();
const TableDefinition& sweep_runs_table();
const TableDefinition& sweep_outcomes_table();

/// These, and those of `sensitivity`, `decide`, `claims`, `probes`, `patterns` and `audit`.
Tables told_tables();

}  // namespace homeroom::app
