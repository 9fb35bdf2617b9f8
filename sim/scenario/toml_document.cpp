#include "sim/scenario/toml_document.hpp"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <sstream>

#include "sim/scenario/toml_depth.hpp"

namespace homeroom {

namespace {

using File = std::shared_ptr<const std::string>;

Spot spot_of(const toml::source_region& region, const File& file) {
  return {file, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

Node converted(const toml::node& source, const Spot& at, const File& file);

Node converted_table(const toml::table& source, const Spot& at, const File& file) {
  Node node = table_node(at);
  for (const auto& [key, member] : source) {
    node.members.emplace(std::string(key.str()),
                         converted(member, spot_of(key.source(), file), file));
  }
  return node;
}

Node converted_array(const toml::array& source, const Spot& at, const File& file) {
  Node node;
  node.kind = Node::Kind::Array;
  node.at = at;
  for (const toml::node& item : source) {
    node.items.push_back(converted(item, spot_of(item.source(), file), file));
  }
  return node;
}

/// Dates have no use in scenarios; their text is kept for faults.
std::string date_text(const toml::node& source) {
  std::ostringstream text;
  if (source.is_date()) text << *source.as_date();
  if (source.is_time()) text << *source.as_time();
  if (source.is_date_time()) text << *source.as_date_time();
  return text.str();
}

Node converted_value(const toml::node& source, const Spot& at) {
  Node node;
  node.at = at;
  if (source.is_string()) {
    node.kind = Node::Kind::String;
    node.text = source.as_string()->get();
  } else if (source.is_integer()) {
    node.kind = Node::Kind::Integer;
    node.integer = source.as_integer()->get();
  } else if (source.is_floating_point()) {
    node.kind = Node::Kind::Float;
    node.real = source.as_floating_point()->get();
  } else if (source.is_boolean()) {
    node.kind = Node::Kind::Boolean;
    node.flag = source.as_boolean()->get();
  } else {
    node.kind = Node::Kind::Date;
    node.text = date_text(source);
  }
  return node;
}

Node converted(const toml::node& source, const Spot& at, const File& file) {
  if (const toml::table* table = source.as_table()) return converted_table(*table, at, file);
  if (const toml::array* array = source.as_array()) return converted_array(*array, at, file);
  return converted_value(source, at);
}

}  // namespace

ParsedToml parse_toml(std::string_view text, const std::string& file) {
  ParsedToml result;
  if (const auto deep = nests_too_deep(text)) {
    result.fault = {file,
                    deep->line,
                    deep->column,
                    "",
                    "keys or brackets nest too deep",
                    fmt::format("{} levels", kDeepestNesting),
                    ""};
    return result;
  }
  const File name = std::make_shared<const std::string>(file);
  try {
    result.root = converted_table(toml::parse(text, file), {name, 1, 1}, name);
  } catch (const toml::parse_error& error) {
    const Spot at = spot_of(error.source(), name);
    result.fault = {file, at.line, at.column, "", "syntax: " + std::string(error.description()),
                    "",   ""};
  }
  return result;
}

}  // namespace homeroom
