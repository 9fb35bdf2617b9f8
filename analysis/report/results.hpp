// A folder of results as the sections of a report look at it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "analysis/report/document.hpp"

namespace homeroom::report {

/// A number that a scenario states, as its resolved text does.
struct StatedValue {
  std::string key, value, unit, range, source, status;
};

/// What an alternative of a comparison says otherwise than the base.
struct StatedChange {
  std::string alternative, key, base, changed, status, source;
};

/// What the scenarios of a folder say, as far as it can be read.
struct Stated {
  std::vector<StatedValue> values;
  std::vector<StatedChange> changes;
  std::map<std::string, std::string> labels;  ///< of school models, by their keys
  std::vector<std::string> models;  ///< that the city's schools have or may take up, by key
  std::string fault;                ///< why nothing could be read; empty where it could
};

/// A claim's sentence and rule, or what a sweep's design says, by name.
using Words = std::map<std::string, std::string>;

struct Results {
  std::filesystem::path folder;
  std::string scenario;             ///< as people say it
  std::vector<std::string> models;  ///< keys, the largest first, as they are drawn
  Stated stated;
  Words claims;                                             ///< what each claim says, by its id
  std::vector<std::pair<std::string, std::string>> design;  ///< of a sweep: what, and its value
  Words outcomes;  ///< of a sweep: what each says, by its name

  /// A run of a nation's districts, which has no table of one city.
  bool is_nation() const { return has("nation.csv"); }
  /// The table with a row for each year of the whole.
  const char* whole_table() const { return is_nation() ? "nation.csv" : "district.csv"; }
  /// "Whole city".
  std::string whole() const { return is_nation() ? "Whole nation" : "Whole city"; }
  std::filesystem::path file(const char* table) const { return folder / table; }
  bool has(const char* table) const;
  /// What an outcome of a sweep says, with its name behind it; its name where that is all.
  std::string outcome(const std::string& name) const;
  /// A model's name; of an empty key that of the whole.
  std::string label(const std::string& model) const;
};

/// The models of a run's or comparison's tables, the largest first; none where there is no table.
std::vector<std::string> models_by_size(const Results& results);

/// A section's fault in place of what it would have shown.
template <typename Build>
void add_or_tell(Section& section, Build build) {
  try {
    build();
  } catch (const std::exception& fault) {
    section.missing.push_back(fault.what());
  }
}

}  // namespace homeroom::report
