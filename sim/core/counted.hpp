// A number with what it counts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace homeroom {

/// "1 fault", "2 faults".
inline std::string counted(std::size_t number, std::string_view thing) {
  return std::to_string(number) + " " + std::string(thing) + (number == 1 ? "" : "s");
}

}  // namespace homeroom
