// The data dictionary: what every column of every table says, from the declarations alone.
#pragma once

#include <string>
#include <vector>

#include "sim/records/table.hpp"

namespace homeroom {

using Tables = std::vector<const TableDefinition*>;

/// The table named "schools" or "schools.csv", or null.
const TableDefinition* find_table(const Tables& tables, std::string_view name);

/// One line a table: its file and what a row is.
std::string list_of_tables(const Tables& tables);

/// One table for people: each column with unit, meaning, words, and what an empty cell says.
std::string explain_table(const TableDefinition& table);

/// One column named "schools.rating" or "schools.csv.rating"; empty where there is none.
std::string explain_column(const Tables& tables, std::string_view name);

/// One line for every column whose name or meaning mentions all of these words.
std::string columns_about(const Tables& tables, std::string_view words);

/// All tables in Markdown: docs/tables.md.
std::string dictionary_markdown(const Tables& tables);

/// All tables as one more table, for types and labels in R, Python, Stata or a spreadsheet:
/// codebook.csv of a folder. `levels` has the words of a column alone, a space between them.
std::string codebook_csv(const Tables& tables);

}  // namespace homeroom
