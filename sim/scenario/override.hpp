// `--set KEY=VALUE`: one value laid over the files.
//
// The key is dotted; an item of a list is named by its position from 0
// (`place.schools.0.count=3`). The value is read as TOML; what is no TOML is taken as a string, so
// that quotes are not needed (`law.ordinary=traditional`).
#pragma once

#include <string>

#include "sim/scenario/fault.hpp"
#include "sim/scenario/node.hpp"

namespace homeroom {

void lay_override(Node& root, const std::string& setting, Faults& faults);

}  // namespace homeroom
