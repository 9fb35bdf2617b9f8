// What the command line asked for, as plain data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace homeroom::app {

/// Exit statuses of every command.
enum Status { kDone = 0, kFailed = 1, kBadInput = 2, kInterrupted = 130 };

struct RunOptions {
  std::vector<std::string> scenarios;
  std::string output;       ///< empty: results/<scenario name>
  std::string anchor_from;  ///< scenario whose burn-in sets growth's zero; empty: each its own
  std::optional<int> replicates;  ///< --replicates N
  std::optional<int> replicate;   ///< --replicate K: that one alone
  std::optional<std::int64_t> seed;
  std::optional<int> years;           ///< policy years
  std::optional<int> threads;         ///< none: all cores
  std::vector<std::string> settings;  ///< --set KEY=VALUE
  bool burn_in = false, students = false, dry_run = false, force = false, quiet = false,
       timing = false;
};

struct CheckOptions {
  std::vector<std::string> scenarios;
  std::vector<std::string> settings;
};

struct ExplainOptions {
  std::vector<std::string> topic;  ///< a key, a table, words, a scenario file, "models", ...
  std::string scenario;            ///< the scenario whose values are shown
  std::vector<std::string> settings;
};

struct PatternsOptions {
  std::vector<std::string> scenarios;  ///< none: boston
  std::vector<std::string> settings;
  std::string bands;              ///< file of bands; empty: the shipped one
  std::string output;             ///< file for the verdicts as comma-separated text; empty: none
  std::optional<int> replicates;  ///< none: the scenario's
  std::optional<int> threads;     ///< none: all cores
  bool quiet = false;
};

struct ImportOptions {
  std::vector<std::string> lists;
  std::vector<std::string> leaids, districts;
  std::vector<std::string> maps;
  std::string locations, crosswalk;
  std::string output;
  int students = 0;
  bool lenient = false, force = false;
};

struct SchemaOptions {
  std::string file = "scenario";  ///< kind of file: scenario, nature, models, places
  std::string scenario;           ///< whose ranges bound nature; empty: the declared ones
};

/// `command_line` is what was typed, for the manifest.
int run(const RunOptions& options, const std::vector<std::string>& command_line);
int check(const CheckOptions& options);
int explain(const ExplainOptions& options);
int show_patterns(const PatternsOptions& options);
int import_lists(const ImportOptions& options);
int schema(const SchemaOptions& options);

}  // namespace homeroom::app
