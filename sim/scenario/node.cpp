#include "sim/scenario/node.hpp"

#include <algorithm>

#include "sim/core/words.hpp"

namespace homeroom {

const Node* Node::find(std::string_view key) const {
  const auto at_key = members.find(key);
  return at_key == members.end() ? nullptr : &at_key->second;
}

Node string_node(std::string text, const Spot& at) {
  Node node;
  node.kind = Node::Kind::String;
  node.text = std::move(text);
  node.at = at;
  return node;
}

Node table_node(const Spot& at) {
  Node node;
  node.at = at;
  return node;
}

std::string_view in_words(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::Table:
      return "a table";
    case Node::Kind::Array:
      return "a list";
    case Node::Kind::String:
      return "a string";
    case Node::Kind::Integer:
      return "a whole number";
    case Node::Kind::Float:
      return "a number with a fraction";
    case Node::Kind::Boolean:
      return "true or false";
    case Node::Kind::Date:
      return "a date or time";
  }
  return "";
}

std::vector<std::string> split_key(std::string_view key) { return split_at(key, '.'); }

int index_in(std::string_view part) {
  const bool digits = std::all_of(part.begin(), part.end(),
                                  [](char letter) { return letter >= '0' && letter <= '9'; });
  // Seven digits hold every index a file of the allowed size can reach.
  return digits && !part.empty() && part.size() <= 7 ? std::stoi(std::string(part)) : -1;
}

namespace {

const Node* step_into(const Node& node, std::string_view part) {
  if (!node.is(Node::Kind::Array)) return node.find(part);
  const int index = index_in(part);
  const bool inside = index >= 0 && static_cast<std::size_t>(index) < node.items.size();
  return inside ? &node.items[static_cast<std::size_t>(index)] : nullptr;
}

}  // namespace

const Node* find_path(const Node& root, std::string_view key) {
  const Node* node = &root;
  for (const std::string& part : split_key(key)) {
    if (node) node = step_into(*node, part);
  }
  return node;
}

Spot locate(const Node& root, std::string_view key) {
  const Node* closest = &root;
  for (const std::string& part : split_key(key)) {
    const Node* next = step_into(*closest, part);
    if (!next) break;
    closest = next;
  }
  return closest->at;
}

}  // namespace homeroom
