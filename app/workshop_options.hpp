// What the command line asked of `homeroom workshop`.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace homeroom::app {

struct WorkshopOptions {
  std::vector<std::string> scenarios;  ///< cities; none: those of the report
  int port = 0;                        ///< 0: any that is free
  std::string listen;                  ///< address; empty: this machine alone
  std::optional<int> threads;          ///< none: all cores
  int memory = 1280;                   ///< of burnt-in cities and lives that are kept [MiB]
  bool quiet = false;
};

/// Serves the workshop until it is closed; returns the exit status.
int open_workshop(const WorkshopOptions& options);

}  // namespace homeroom::app
