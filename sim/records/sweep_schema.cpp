#include "sim/records/sweep_schema.hpp"

#include <fmt/format.h>

namespace homeroom {
namespace {

std::string columns(const std::vector<std::string>& names, const char* type) {
  std::string text;
  for (const std::string& name : names) text += fmt::format(", {}{}", sql_name(name), type);
  return text;
}

/// Whether a file has a table that was made by these words.
bool has_table(const SqliteFile& file, std::string_view name, const std::string& made_by) {
  SqliteStatement select(file, "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?");
  select.bind(name);
  return select.step() && select.text(0) == made_by && !select.step();
}

/// What a file has beside a sweep's tables, "index i"; empty: nothing.
std::string first_addition(const SqliteFile& file) {
  SqliteStatement select(
      file,
      "SELECT type || ' ' || name FROM sqlite_master WHERE name NOT IN ('about', "
      "'factors', 'outcomes', 'points', 'runs') OR type != 'table' LIMIT 1");
  return select.step() ? select.text(0) : std::string();
}

/// The first of the tables from `first` to `past` that is not made as in `schema`.
std::string unlike(const SqliteFile& file, const std::vector<std::string>& factors,
                   const std::vector<std::string>& outcomes, std::size_t first, std::size_t past) {
  const auto schema = sweep_schema(factors, outcomes);
  for (std::size_t i = first; i < past; ++i) {
    if (!has_table(file, schema[i].first, schema[i].second)) return schema[i].first;
  }
  return {};
}

constexpr std::size_t kAlike = 3, kAll = 5;  ///< tables that hang on no name; all of them

}  // namespace

std::vector<std::pair<std::string, std::string>> sweep_schema(
    const std::vector<std::string>& factors, const std::vector<std::string>& outcomes) {
  return {
      {"about", "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"},
      {"factors", "CREATE TABLE factors (place INTEGER PRIMARY KEY, name TEXT NOT NULL)"},
      {"outcomes", "CREATE TABLE outcomes (place INTEGER PRIMARY KEY, name TEXT NOT NULL)"},
      {"points", fmt::format("CREATE TABLE points (point INTEGER PRIMARY KEY{})",
                             columns(factors, " TEXT NOT NULL"))},
      {"runs",
       fmt::format("CREATE TABLE runs (run INTEGER PRIMARY KEY, point INTEGER NOT NULL, scenario "
                   "TEXT NOT NULL, policy TEXT NOT NULL, replicate INTEGER NOT NULL, seed INTEGER "
                   "NOT NULL, status TEXT NOT NULL, failure TEXT, command TEXT, row_check TEXT NOT "
                   "NULL{})",
                   columns(outcomes, " REAL"))}};
}

std::vector<std::string> listed_names(const SqliteFile& file, const std::string& table) {
  std::vector<std::string> names;
  SqliteStatement select(file, fmt::format("SELECT name FROM {} ORDER BY place", table));
  while (select.step()) names.push_back(select.text(0));
  return names;
}

std::string foreign_table(const SqliteFile& file) {
  // The lists of names may be read where they are tables themselves.
  const std::string alike = unlike(file, {}, {}, 0, kAlike);
  if (!alike.empty()) return alike;
  return unlike(file, listed_names(file, "factors"), listed_names(file, "outcomes"), kAlike, kAll);
}

std::string not_a_store(const SqliteFile& file) {
  if (const std::string table = foreign_table(file); !table.empty()) {
    return fmt::format(
        "is damaged, or no store of a sweep: its table {} is not as homeroom sweep makes it",
        table);
  }
  const std::string more = first_addition(file);
  return more.empty() ? more : fmt::format("is no store of a sweep: it holds the {}", more);
}

}  // namespace homeroom
