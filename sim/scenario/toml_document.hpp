// The one door of the TOML library: text in, light tree out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/scenario/fault.hpp"
#include "sim/scenario/node.hpp"

namespace homeroom {

struct ParsedToml {
  std::optional<Node> root;
  Fault fault;  ///< the first fault of syntax, when there is no root
};

/// `text` must be UTF-8; `file` is what faults call it.
ParsedToml parse_toml(std::string_view text, const std::string& file);

}  // namespace homeroom
