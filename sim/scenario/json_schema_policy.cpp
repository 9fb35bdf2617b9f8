#include "sim/scenario/json_schema_policy.hpp"

#include <map>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/json_schema_field.hpp"
#include "sim/scenario/json_text.hpp"
#include "sim/scenario/neutral.hpp"
#include "sim/scenario/node.hpp"

namespace homeroom {

namespace {

using Properties = std::vector<std::pair<std::string, std::string>>;

std::string closed_object(const Properties& properties) {
  JsonObject all;
  for (const auto& [name, schema] : properties) all.add(name, schema);
  return JsonObject()
      .text("type", "object")
      .add("properties", all.str())
      .add("additionalProperties", "false")
      .str();
}

std::string list_of(const std::string& items) {
  return JsonObject().text("type", "array").add("items", items).str();
}

std::string said_of(const Declared& field, Writing writing) {
  return field_schema(field, {field.low, field.high}, writing);
}

/// Fields of a section, such as "models.KEY.".
Properties fields_below(const std::string& section, Writing writing) {
  Properties properties;
  for (const Declared& field : declared_fields()) {
    if (!field.key.starts_with(section)) continue;
    properties.emplace_back(last_part(field.key), said_of(field, writing));
  }
  return properties;
}

std::string law_schema() {
  std::map<std::string, Properties> chapters;
  for (const Declared& field : declared_fields()) {
    const std::vector<std::string> path = split_key(field.key);
    if (path.front() != "law" || path.size() != 3) continue;
    chapters[path[1]].emplace_back(path[2], said_of(field, Writing::OfPolicy));
  }
  Properties law;
  for (const auto& [chapter, levers] : chapters) law.emplace_back(chapter, closed_object(levers));
  Properties selection = fields_below("law.selections.N.", Writing::AsLiked);
  selection.emplace_back("share", JsonObject()
                                      .text("description",
                                            "of the schools of `from`, in place of "
                                            "a count")
                                      .text("type", "number")
                                      .add("exclusiveMinimum", "0")
                                      .add("maximum", "1")
                                      .str());
  law.emplace_back("selections", list_of(closed_object(selection)));
  return closed_object(law);
}

/// A word or a flag, or a list of which any will do.
std::string condition_on(const std::string& one) { return any_of({one, list_of(one)}); }

std::string conditions_schema() {
  Properties conditions = {{"ordinary", condition_on(of_type("boolean"))},
                           {"portfolio", condition_on(of_type("boolean"))},
                           {"key", condition_on(of_type("string"))}};
  for (const Declared& field : declared_fields()) {
    if (!field.key.starts_with("models.KEY.")) continue;
    const bool words = field.kind == FieldKind::Flag || field.kind == FieldKind::Choice;
    if (words) conditions.emplace_back(last_part(field.key), condition_on(bare_schema(field)));
  }
  return closed_object(conditions);
}

std::string neutral_schema() {
  std::vector<std::string> names;
  for (const std::string& name : classes_to_neutralise()) names.push_back(json_string(name));
  return JsonObject()
      .text("description", "classes of levers that are to be as in the model of ordinary practice")
      .add("anyOf", json_array({JsonObject().add("enum", json_array(names)).str(),
                                list_of(JsonObject().add("enum", json_array(names)).str())}))
      .str();
}

std::string selector_schema() {
  Properties properties = fields_below("models.KEY.", Writing::OfPolicy);
  properties.emplace_back("where", conditions_schema());
  properties.emplace_back("unless", conditions_schema());
  properties.emplace_back("neutral", neutral_schema());
  const std::string one = closed_object(properties);
  return any_of({one, list_of(one)});
}

}  // namespace

Properties policy_properties() {
  const std::string names = list_of(of_type("string"));
  return {{"description", of_type("string")},
          {"parts", names},
          {"brings", names},
          {"law", law_schema()},
          {"models", JsonObject()
                         .text("type", "object")
                         .add("additionalProperties",
                              closed_object(fields_below("models.KEY.", Writing::OfPolicy)))
                         .str()},
          {"every_model", selector_schema()}};
}

std::string own_policy_schema() {
  Properties properties = policy_properties();
  properties.emplace_back("from_year", of_type("integer"));
  properties.emplace_back("brought", list_of(of_type("string")));
  return closed_object(properties);
}

}  // namespace homeroom
