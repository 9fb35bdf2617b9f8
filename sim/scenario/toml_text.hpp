// Values as TOML writes them: numbers in their shortest form that reads back the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/core/described.hpp"
#include "sim/scenario/node.hpp"

namespace homeroom {

std::string toml_literal(double value);
std::string toml_literal(const std::vector<double>& values);
/// A number for one that is always in force, else an inline table of years.
std::string toml_literal(const Dated& value);
std::string toml_string(std::string_view text);
/// Text as a comment may hold it, on one line: TOML wants no control letters there, and what
/// follows a new line would be a key.
std::string toml_comment(std::string_view text);
/// What a node says, on one line.
std::string toml_literal(const Node& node);

/// A list of strings.
std::string toml_list(const std::vector<std::string>& words);

}  // namespace homeroom
