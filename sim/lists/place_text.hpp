// A place file: what the lists say of a city, as TOML.
#pragma once

#include <string>
#include <vector>

#include "sim/lists/found_school.hpp"

namespace homeroom::lists {

struct PlaceFacts {
  std::string title;   ///< name of the city
  std::string source;  ///< publishers and years
  std::vector<FoundSchool> schools;
};

std::string place_text(const PlaceFacts& facts);

/// Children whom the lists count in these schools, in any grade or none.
double listed_students(const std::vector<FoundSchool>& schools);

}  // namespace homeroom::lists
