// A file of comma-separated text that a command is to write with -o.
#pragma once

#include <string>
#include <vector>

namespace homeroom::app {

struct OutputFile {
  std::string file;                ///< empty: nothing is to be written
  std::string input;               ///< a file that is read, and must not be overwritten; or empty
  std::vector<std::string> heads;  ///< how the first line begins of what may be overwritten
  std::string holds;               ///< what such a file holds: "estimate"
  bool force = false;              ///< overwrite whatever is there
};

/// Why the file cannot be written, in words; empty where it can.
std::string why_not_written(const OutputFile& output);

}  // namespace homeroom::app
