#include "sim/scenario/override.hpp"
#include "sim/core/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/words.hpp"
#include "sim/scenario/overlay.hpp"
#include "sim/scenario/toml_depth.hpp"
#include "sim/scenario/toml_document.hpp"
#include "sim/scenario/utf8.hpp"

namespace homeroom {

namespace {

void place_all(Node& node, const Spot& at) {
  node.at = at;
  for (auto& [key, member] : node.members) place_all(member, at);
  for (Node& item : node.items) place_all(item, at);
}

/// The value as TOML, else the bare text as a string.
Node value_of(const std::string& written, const Spot& at) {
  ParsedToml parsed = parse_toml("v = " + written, "");
  // A line break in the value could bring further keys along; then it is text.
  const bool one_value = parsed.root && parsed.root->members.size() == 1;
  Node value = one_value ? std::move(parsed.root->members.at("v")) : string_node(written, at);
  place_all(value, at);
  return value;
}

bool well_formed(const std::vector<std::string>& path) {
  const bool named =
      std::none_of(path.begin(), path.end(), [](const std::string& part) { return part.empty(); });
  return named && path.size() <= static_cast<std::size_t>(kDeepestNesting);
}

class Override {
 public:
  Override(const std::string& setting, Faults& faults) : faults_(faults) {
    at_.file = std::make_shared<const std::string>("--set " + setting);
    const std::size_t equals = setting.find('=');
    has_value_ = equals != std::string::npos;
    key_ = without_blanks_around(setting.substr(0, equals));
    path_ = split_key(key_);
    if (has_value_) written_ = without_blanks_around(setting.substr(equals + 1));
  }

  void lay(Node& root) {
    if (!has_value_ || !well_formed(path_) ||
        first_bad_byte(key_ + written_) != std::string::npos) {
      faults_.add(at_, "", "is no setting", "KEY=VALUE with a dotted key");
      return;
    }
    Node* node = &root;
    for (const std::string& part : path_) {
      node = step(*node, part);
      if (!node) return;
    }
    lay_over_at(*node, value_of(written_, at_), path_);
  }

 private:
  Node* step(Node& node, const std::string& part) {
    if (node.is(Node::Kind::Array)) return item(node, part);
    if (!node.is(Node::Kind::Table)) keep_as_value(node);
    return &node.members.try_emplace(part, table_node(at_)).first->second;
  }

  Node* item(Node& list, const std::string& part) {
    const int index = index_in(part);
    if (index >= 0 && static_cast<std::size_t>(index) < list.items.size()) {
      return &list.items[static_cast<std::size_t>(index)];
    }
    faults_.add(
        at_, key_, fmt::format("\"{}\" is no position in a list", part),
        list.items.empty() ? "the list is empty" : fmt::format("0 to {}", list.items.size() - 1));
    return nullptr;
  }

  /// `--set a.source=...` beside a plain number: the number becomes a value with notes.
  void keep_as_value(Node& node) {
    Node table = table_node(at_);
    table.members.emplace("value", std::move(node));
    node = std::move(table);
  }

  Faults& faults_;
  Spot at_;
  bool has_value_ = false;
  std::string key_, written_;
  std::vector<std::string> path_;
};

}  // namespace

void lay_override(Node& root, const std::string& setting, Faults& faults) {
  Override(setting, faults).lay(root);
}

}  // namespace homeroom
