#include "app/report_stated.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "app/workshop/city.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/toml_document.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom::app {
namespace {

using report::Stated;
using report::StatedChange;
using report::StatedValue;

std::string text_of(const Node& table, std::string_view key) {
  const Node* node = table.find(key);
  return node && node->is(Node::Kind::String) ? node->text : std::string();
}

std::string range_of(const Node& table) {
  const Node* range = table.find("range");
  if (!range || range->items.size() != 2) return {};
  return fmt::format("{} to {}", toml_literal(range->items[0]), toml_literal(range->items[1]));
}

/// A table of years: a dated value.
bool is_dated(const Node& node) {
  return node.is(Node::Kind::Table) && !node.members.empty() &&
         std::all_of(node.members.begin(), node.members.end(),
                     [](const auto& member) { return index_in(member.first) >= 0; });
}

StatedValue value_of(const std::string& key, const Node& node) {
  const Node* value = node.is(Node::Kind::Table) ? node.find("value") : nullptr;
  if (!value) return {key, toml_literal(node), "", "", "", ""};
  return {key,
          toml_literal(*value),
          text_of(node, "unit"),
          range_of(node),
          text_of(node, "source"),
          text_of(node, "status")};
}

/// Every value below `node`, with its dotted key.
void walk(const std::string& key, const Node& node, std::vector<StatedValue>& values) {
  const auto below = [&](const std::string& word) { return key.empty() ? word : key + "." + word; };
  const bool tables =
      node.is(Node::Kind::Array) && !node.items.empty() && node.items.front().is(Node::Kind::Table);
  if (tables) {
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      walk(below(std::to_string(i)), node.items[i], values);
    }
  } else if (node.is(Node::Kind::Table) && !node.find("value") && !is_dated(node)) {
    for (const auto& [word, member] : node.members) walk(below(word), member, values);
  } else {
    values.push_back(value_of(key, node));
  }
}

std::vector<StatedValue> values_in(const ManifestText& scenario, std::string& fault) {
  const ParsedToml parsed = parse_toml(scenario.resolved, "manifest.json");
  std::vector<StatedValue> values;
  if (parsed.root && !scenario.resolved.empty()) {
    walk("", *parsed.root, values);
  } else {
    fault = "The scenario's text in manifest.json cannot be read: parameters are not told.";
  }
  return values;
}

std::map<std::string, std::string> labels_in(const std::vector<StatedValue>& values) {
  constexpr std::string_view models = "models.", label = ".label";
  std::map<std::string, std::string> labels;
  for (const StatedValue& value : values) {
    if (!value.key.starts_with(models) || !value.key.ends_with(label)) continue;
    const std::string key =
        value.key.substr(models.size(), value.key.size() - models.size() - label.size());
    // A literal has its quotation marks.
    if (value.value.size() > 2) labels[key] = value.value.substr(1, value.value.size() - 2);
  }
  return labels;
}

/// Keys that both may have; what only one has is compared with nothing.
void add_changes(const std::string& alternative, const std::vector<StatedValue>& base,
                 const std::vector<StatedValue>& changed, std::vector<StatedChange>& changes) {
  std::map<std::string, std::pair<const StatedValue*, const StatedValue*>> both;
  for (const StatedValue& value : base) both[value.key].first = &value;
  for (const StatedValue& value : changed) both[value.key].second = &value;
  for (const auto& [key, pair] : both) {
    const auto [one, other] = pair;
    if (key == "name" || key == "description") continue;
    if (one && other && one->value == other->value) continue;
    changes.push_back({alternative, key, one ? one->value : "-", other ? other->value : "-",
                       other ? other->status : "", other ? other->source : ""});
  }
}

/// Nothing of a scenario that this program reads no more.
std::vector<std::string> models_in(const ManifestText& text) {
  Reading reading = read_scenario_text(text.resolved, text.name);
  if (!reading.scenario) return {};
  return workshop::city_of(text.name, std::move(*reading.scenario)).models;
}

}  // namespace

Stated stated_in(const ManifestFacts& manifest) {
  Stated stated;
  stated.values = values_in(manifest.scenario, stated.fault);
  stated.labels = labels_in(stated.values);
  stated.models = models_in(manifest.scenario);
  for (const ManifestText& alternative : manifest.alternatives) {
    const std::vector<StatedValue> values = values_in(alternative, stated.fault);
    if (values.empty()) continue;
    stated.labels.merge(labels_in(values));
    add_changes(alternative.name, stated.values, values, stated.changes);
  }
  return stated;
}

}  // namespace homeroom::app
