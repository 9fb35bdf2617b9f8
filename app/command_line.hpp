// The command line: which commands and options there are, and what was asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/options.hpp"
#include "app/workshop_options.hpp"

namespace homeroom::app {

struct Asked {
  std::string command;
  RunOptions run;
  CheckOptions check;
  ExplainOptions explain;
  PatternsOptions patterns;
  CompareOptions compare;
  SchemaOptions schema;
  ImportOptions import_lists;
  EstimateOptions estimate;
  AuditOptions audit;
  DecideOptions decide;
  SweepOptions sweep;
  CollectOptions collect;
  SensitivityOptions sensitivity;
  ClaimsOptions claims;
  ProbesOptions probes;
  WorkshopOptions workshop;
  ReportOptions report;
  std::vector<std::string> words;  ///< the command line as it was typed
};

/// Reads the command line. Where it was help or the version that was asked for, or something is
/// wrong, that is printed, and there is only an exit status.
struct Parsed {
  std::optional<Asked> asked;
  int status = 0;
};
Parsed parse_command_line(int argc, char** argv);

}  // namespace homeroom::app
