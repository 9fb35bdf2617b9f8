// Official lists of schools become a place file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/fault.hpp"

namespace homeroom::lists {

struct ImportRequest {
  std::vector<std::string> lists;
  std::vector<std::string> leaids;     ///< ids of the city's districts
  std::vector<std::string> districts;  ///< their names or ids
  std::vector<std::string> maps;
  std::string locations, crosswalk;  ///< empty: none
  int students = 0;                  ///< children, where no list counts any; 0: not said
  bool large = false;                ///< lists of more than 128 MiB together are read too
  bool lenient = false;              ///< drop what is wrong, and go on
  std::filesystem::path known;       ///< folder of the descriptions of lists
};

struct Import {
  std::optional<std::string> place;  ///< the file's text; nothing where there is a fault
  std::vector<Fault> faults;
  bool can_be_lenient = false;  ///< all faults are such as may be dropped
  std::string report;           ///< schools and children by model, and what was left out
  std::string dropped;          ///< what was wrong and dropped, a line each
};

/// Reads the lists, joins them and finds the city's schools. All faults come at once.
Import import_lists(const ImportRequest& request);

}  // namespace homeroom::lists
