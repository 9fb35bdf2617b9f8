// A TOML file that stands by itself, such as a list of bands or mechanisms, as a tree.
#pragma once

#include <filesystem>
#include <optional>

#include "sim/scenario/fault.hpp"
#include "sim/scenario/node.hpp"

namespace homeroom {

/// The file's tree; nothing where it cannot be read or is no TOML, which is then a fault.
std::optional<Node> read_toml_file(const std::filesystem::path& file, Faults& faults);

}  // namespace homeroom
