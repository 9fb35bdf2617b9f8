#include <algorithm>
#include <map>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/json_schema_field.hpp"
#include "sim/scenario/json_schema_policy.hpp"
#include "sim/scenario/json_text.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/reference.hpp"

namespace homeroom {

namespace {

/// The tree of keys, with the schemas of the fields as leaves.
struct Branch {
  std::string leaf;
  std::map<std::string, Branch> below;
};

/// The parts that a kind of file holds; nothing: every part.
std::vector<std::string> parts_of(SchemaOf file) {
  switch (file) {
    case SchemaOf::Scenario:
      return {};
    case SchemaOf::Nature:
      return {"nature"};
    case SchemaOf::Models:
      return {"models"};
    case SchemaOf::Places:
      return {"place", "nation", "law", "models"};
    case SchemaOf::Policies:
      break;
  }
  return {};
}

/// The range that the scenario's files give a parameter, else the declared one.
std::pair<double, double> bounds_of(const Declared& field, const Scenario* scenario) {
  if (scenario) {
    const auto noted = scenario->provenance.find(field.key);
    if (noted != scenario->provenance.end() && noted->second.range) return *noted->second.range;
  }
  return {field.low, field.high};
}

Branch tree_of_fields(SchemaOf file, const Scenario* scenario) {
  Branch root;
  const Writing writing = file == SchemaOf::Nature ? Writing::Documented : Writing::AsLiked;
  const std::vector<std::string> parts = parts_of(file);
  for (const Declared& field : declared_fields()) {
    const std::vector<std::string> path = split_key(field.key);
    if (!parts.empty() && std::find(parts.begin(), parts.end(), path.front()) == parts.end()) {
      continue;
    }
    Branch* branch = &root;
    for (const std::string& part : path) branch = &branch->below[part];
    branch->leaf = field_schema(field, bounds_of(field, scenario), writing);
  }
  if (file == SchemaOf::Scenario) root.below["policy"].leaf = own_policy_schema();
  root.below["extends"].leaf =
      any_of({of_type("string"),
              JsonObject().text("type", "array").add("items", of_type("string")).str()});
  return root;
}

/// A policy is no part of a scenario, but a file of its own kind.
Branch tree_of_policy() {
  Branch root;
  for (auto& [name, schema] : policy_properties()) root.below[name].leaf = schema;
  return root;
}

std::string schema_of(const Branch& branch);

/// `schema` with what makes it an object of these keys.
JsonObject object_of(const Branch& branch, JsonObject schema = {}) {
  JsonObject properties;
  for (const auto& [name, below] : branch.below) properties.add(name, schema_of(below));
  return schema.text("type", "object")
      .add("properties", properties.str())
      .add("additionalProperties", "false");
}

std::string schema_of(const Branch& branch) {
  if (branch.below.empty()) return branch.leaf;
  // "N" stands for the items of a list, "KEY" for any name.
  const auto item = branch.below.find("N");
  if (item != branch.below.end()) {
    return JsonObject().text("type", "array").add("items", schema_of(item->second)).str();
  }
  const auto named = branch.below.find("KEY");
  if (named != branch.below.end()) {
    return JsonObject()
        .text("type", "object")
        .add("additionalProperties", schema_of(named->second))
        .str();
  }
  return object_of(branch).str();
}

}  // namespace

std::string json_schema(SchemaOf file, const Scenario* scenario) {
  constexpr const char* kTitles[] = {"Homeroom scenario", "Homeroom nature",
                                     "Homeroom school models", "Homeroom place", "Homeroom policy"};
  JsonObject schema;
  schema.text("$schema", "https://json-schema.org/draft/2020-12/schema");
  schema.text("title", kTitles[static_cast<int>(file)]);
  const Branch tree =
      file == SchemaOf::Policies ? tree_of_policy() : tree_of_fields(file, scenario);
  return object_of(tree, std::move(schema)).str() + "\n";
}

}  // namespace homeroom
