#include <fmt/format.h>

#include <map>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/json_text.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/reference.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {

namespace {

std::string one_of(const std::vector<std::string>& words) {
  std::vector<std::string> quoted;
  for (const std::string& word : words) quoted.push_back(json_string(word));
  return JsonObject().add("enum", json_array(quoted)).str();
}

std::string of_type(const char* type) { return JsonObject().text("type", type).str(); }

std::string number_of(const Declared& field, const char* type) {
  return JsonObject()
      .text("type", type)
      .add("minimum", toml_literal(field.low))
      .add("maximum", toml_literal(field.high))
      .str();
}

/// A table of years, each with a number.
std::string years_of(const std::string& number) {
  return JsonObject()
      .text("type", "object")
      .add("patternProperties", JsonObject().add("^[0-9]{4}$", number).str())
      .add("additionalProperties", "false")
      .add("minProperties", "1")
      .str();
}

std::string any_of(const std::vector<std::string>& schemas) {
  return JsonObject().add("anyOf", json_array(schemas)).str();
}

/// The bare value of a field.
std::string value_schema(const Declared& field) {
  const std::string number = number_of(field, "number");
  switch (field.kind) {
    case FieldKind::Number:
      return number;
    case FieldKind::Integer:
      return number_of(field, "integer");
    case FieldKind::Dated:
      return any_of({number, years_of(number)});
    case FieldKind::Numbers:
      return JsonObject().text("type", "array").add("items", number).str();
    case FieldKind::Flag:
      return of_type("boolean");
    case FieldKind::Text:
      return of_type("string");
    case FieldKind::Choice:
      return one_of(field.allowed);
  }
  return "{}";
}

/// The value with its notes.
std::string noted_schema(const Declared& field) {
  JsonObject members;
  members.add("value", value_schema(field));
  if (!field.unit.empty()) {
    members.add("unit", JsonObject().text("const", field.unit).str());
    members.add("range", JsonObject()
                             .text("type", "array")
                             .add("items", number_of(field, "number"))
                             .add("minItems", "2")
                             .add("maxItems", "2")
                             .str());
  }
  members.add("source", of_type("string")).add("status", one_of(status_words()));
  return JsonObject()
      .text("type", "object")
      .add("properties", members.str())
      .add("additionalProperties", "false")
      .str();
}

bool takes_notes(const Declared& field) {
  return field.key.find('.') != std::string::npos && field.key != "law.ordinary";
}

std::string field_schema(const Declared& field) {
  JsonObject schema;
  const std::string unit = field.unit.empty() ? "" : " [" + field.unit + "]";
  schema.text("description", field.text + unit);
  if (takes_notes(field)) {
    schema.add("anyOf", json_array({value_schema(field), noted_schema(field)}));
  } else {
    schema.text("type", "string");
  }
  return schema.str();
}

/// The tree of keys, with the schemas of the fields as leaves.
struct Branch {
  std::string leaf;
  std::map<std::string, Branch> below;
};

Branch tree_of_fields() {
  Branch root;
  for (const Declared& field : declared_fields()) {
    Branch* branch = &root;
    for (const std::string& part : split_key(field.key)) branch = &branch->below[part];
    branch->leaf = field_schema(field);
  }
  root.below["extends"].leaf =
      any_of({of_type("string"),
              JsonObject().text("type", "array").add("items", of_type("string")).str()});
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

std::string json_schema() {
  JsonObject schema;
  schema.text("$schema", "https://json-schema.org/draft/2020-12/schema");
  schema.text("title", "Homeroom scenario");
  return object_of(tree_of_fields(), std::move(schema)).str() + "\n";
}

}  // namespace homeroom
