// How the tables of a sweep are made, and whether a file's tables were made so: files come from
// elsewhere, and what stands in place of a table may never end or run with every row.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/records/sqlite.hpp"

namespace homeroom {

/// Names of tables, and the words that make each: `about`, `factors`, `outcomes`, `points`, `runs`.
std::vector<std::pair<std::string, std::string>> sweep_schema(
    const std::vector<std::string>& factors, const std::vector<std::string>& outcomes);

/// The names that `factors` or `outcomes` lists, in their order.
std::vector<std::string> listed_names(const SqliteFile& file, const std::string& table);

/// The first table that is missing or was made otherwise, such as a view in its place; empty: none.
/// Nothing else of a file may be read before.
std::string foreign_table(const SqliteFile& file);

/// What keeps a file from being a shard's store, in words: a foreign table, or anything beside the
/// tables, which nobody but the program writes; empty: nothing.
std::string not_a_store(const SqliteFile& file);

}  // namespace homeroom
