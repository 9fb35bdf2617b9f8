// Zones and networks of schools. First comes one row for each school model, in the law's order, for
// the zone that all schools of a model form; then the zones that a place names.
#pragma once

#include <string>

#include "sim/core/ids.hpp"
#include "sim/vocabulary/entities.hpp"

namespace homeroom {

struct SchoolZones {
  Column<ZoneRow, std::string> name;
  Column<ZoneRow, int> since;  ///< first year with a school; 0: never had one

  std::size_t size() const { return name.size(); }
};

}  // namespace homeroom
