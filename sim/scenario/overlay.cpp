#include "sim/scenario/overlay.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/notes.hpp"
#include "sim/scenario/numeric.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {

namespace {

using Path = std::vector<std::string>;

/// True where the language has single quantities rather than sections.
bool is_quantity(const Path& path) {
  if (path.empty()) return false;
  const std::string& head = path.front();
  if (head == "run" || head == "place" || head == "nation") return path.size() == 2;
  if (head == "law" || head == "models" || head == "nature") return path.size() == 3;
  return false;
}

/// The source of a changed parameter: it still says where the unit and range come from.
std::string source_after(const std::string& old_value, const Node* old_source) {
  static const std::string kMark = "in place of ";
  const std::string source = old_source ? old_source->text : std::string();
  if (source.starts_with(kMark)) return source;
  return fmt::format("{}{}: {}", kMark, old_value, source);
}

/// The value changed and nothing was said about where the new one comes from.
void doubt_notes(Node& under, const Node& over, const std::string& old_value, const Spot& at) {
  if (!over.find("status")) under.members["status"] = string_node("assumed", at);
  if (over.find("source")) return;
  under.members["source"] = string_node(source_after(old_value, under.find("source")), at);
}

void exchange_value(Node& under, Node&& over) {
  const Spot at = over.at;
  if (!has_notes(over)) {
    Node wrapped = table_node(at);
    wrapped.members.emplace("value", std::move(over));
    over = std::move(wrapped);
  }
  const std::string old_value = toml_literal(*under.find("value"));
  const Node* value = over.find("value");
  if (value && toml_literal(*value) != old_value) doubt_notes(under, over, old_value, at);
  for (auto& [key, member] : over.members) under.members[key] = std::move(member);
  under.at = at;
}

/// The value of a quantity, with notes or without.
Node& value_of(Node& quantity) {
  const auto value = quantity.members.find("value");
  return has_notes(quantity) && value != quantity.members.end() ? value->second : quantity;
}

bool is_year(const std::string& key) { return key.size() == 4 && index_in(key) >= 0; }

bool is_dated(const Node& value) {
  return value.is(Node::Kind::Table) && !value.members.empty() &&
         std::all_of(value.members.begin(), value.members.end(),
                     [](const auto& step) { return is_year(step.first); });
}

/// Before its first date a lever stays what it was: a policy changes nothing before it begins.
void keep_until_first_date(Node& under, Node& over) {
  Node& policy = value_of(over);
  if (!is_dated(policy)) return;
  const Node& before = value_of(under);
  const std::string first = policy.members.begin()->first;
  if (before.is_number()) {
    policy.members.emplace(fmt::format("{}", kEarliestYear), before);
  } else if (is_dated(before)) {
    for (const auto& [year, value] : before.members) {
      if (year < first) policy.members.emplace(year, value);
    }
  }
}

void lay_quantity(Node& under, Node&& over, bool nature) {
  if (!nature) keep_until_first_date(under, over);
  const bool only_notes = has_notes(over) && !over.find("value");
  if (under.find("value") && (nature || only_notes)) {
    exchange_value(under, std::move(over));
  } else {
    under = std::move(over);
  }
}

void lay(Node& under, Node&& over, Path& path) {
  if (is_quantity(path)) {
    lay_quantity(under, std::move(over), path.front() == "nature");
    return;
  }
  if (!under.is(Node::Kind::Table) || !over.is(Node::Kind::Table)) {
    under = std::move(over);
    return;
  }
  under.at = over.at;
  for (auto& [key, member] : over.members) {
    const auto standing = under.members.find(key);
    if (standing == under.members.end()) {
      under.members.emplace(key, std::move(member));
      continue;
    }
    path.push_back(key);
    lay(standing->second, std::move(member), path);
    path.pop_back();
  }
}

}  // namespace

void lay_over(Node& under, Node over) { lay_over_at(under, std::move(over), {}); }

void lay_over_at(Node& under, Node over, const Path& path) {
  Path walked = path;
  lay(under, std::move(over), walked);
}

}  // namespace homeroom
