#include "sim/scenario/relabelled.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/file_tree.hpp"
#include "sim/scenario/read_tree.hpp"
#include "sim/scenario/sense.hpp"

namespace homeroom {
namespace {

class Renaming {
 public:
  explicit Renaming(const NewNames& names) : names_(names) {}

  void rename(Node& node, const std::string& key) {
    if (node.is(Node::Kind::String)) {
      if (names_a_model(key)) node.text = new_name(node.text);
      return;
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      // A list of texts is one of the list's own key; items that are tables have their number.
      const bool text = node.items[i].is(Node::Kind::String);
      rename(node.items[i], text ? key : fmt::format("{}.{}", key, i));
    }
    // A value with notes: the notes speak of it, and are nobody's name.
    const auto value = node.members.find("value");
    if (node.is(Node::Kind::Table) && value != node.members.end()) {
      return rename(value->second, key);
    }
    for (auto& [name, member] : node.members) {
      rename(member, key.empty() ? name : key + "." + name);
    }
    if (key == "models" || key == "policy.models") rename_members(node);
  }

 private:
  std::string new_name(const std::string& old) const {
    const auto found = names_.find(old);
    return found == names_.end() ? old : found->second;
  }

  void rename_members(Node& models) const {
    Node::Members renamed;
    for (auto& [key, model] : models.members) {
      const std::string name = new_name(key);
      set(model, "label", "label of " + name);
      set(model, "city", "");
      renamed.emplace(name, std::move(model));
    }
    models.members = std::move(renamed);
  }

  static void set(Node& model, const std::string& key, std::string text) {
    const auto found = model.members.find(key);
    if (found != model.members.end()) found->second = string_node(std::move(text), model.at);
  }

  const NewNames& names_;
};

}  // namespace

bool names_a_model(std::string_view key) {
  if (key == "law.ordinary" || key == "policy.brought") return true;
  const Declared* field = find_declared(key);
  if (!field || field->kind != FieldKind::Text) return false;
  const std::string_view last = key.substr(key.rfind('.') + 1);
  return last == "model" || last.ends_with("_model") || last == "from" || last == "double_from";
}

NewNames reversed_names(const Scenario& scenario) {
  const std::vector<std::string> keys = sorted_model_keys(scenario);
  NewNames names;
  for (std::size_t i = 0; i < keys.size(); ++i) names[keys[i]] = keys[keys.size() - 1 - i];
  return names;
}

NewNames fresh_names(const Scenario& scenario) {
  const std::vector<std::string> keys = sorted_model_keys(scenario);
  NewNames names;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    std::string name = fmt::format("another_{:04}", keys.size() - i);
    while (std::binary_search(keys.begin(), keys.end(), name)) name += "_";
    names[keys[i]] = name;
  }
  return names;
}

Reading relabelled(const Scenario& scenario, const NewNames& names) {
  Faults faults;
  FileTree tree(faults);
  tree.lay_text(scenario.resolved, scenario.name);
  Node root = std::move(tree.root());
  Renaming(names).rename(root, "");
  const auto place = root.members.find("place");
  if (place != root.members.end() && place->second.find("title")) {
    place->second.members["title"] = string_node("another city", place->second.at);
  }
  return read_scenario_tree(std::move(root));
}

}  // namespace homeroom
