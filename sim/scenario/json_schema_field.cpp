#include "sim/scenario/json_schema_field.hpp"

#include "sim/scenario/json_text.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {

std::string any_of(const std::vector<std::string>& schemas) {
  return JsonObject().add("anyOf", json_array(schemas)).str();
}

std::string of_type(const char* type) { return JsonObject().text("type", type).str(); }

namespace {

using Bounds = std::pair<double, double>;

std::string quoted(const std::vector<std::string>& words) {
  std::vector<std::string> all;
  for (const std::string& word : words) all.push_back(json_string(word));
  return json_array(all);
}

std::string one_of(const std::vector<std::string>& words) {
  return JsonObject().add("enum", quoted(words)).str();
}

std::string number_of(Bounds bounds, const char* type) {
  return JsonObject()
      .text("type", type)
      .add("minimum", toml_literal(bounds.first))
      .add("maximum", toml_literal(bounds.second))
      .str();
}

/// A table of years, each with a number; under a policy also years after it began.
std::string years_of(const std::string& number, Writing writing) {
  const char* years = writing == Writing::OfPolicy ? "^([0-9]{4}|\\+[0-9]{1,3})$" : "^[0-9]{4}$";
  return JsonObject()
      .text("type", "object")
      .add("patternProperties", JsonObject().add(years, number).str())
      .add("additionalProperties", "false")
      .add("minProperties", "1")
      .str();
}

/// The bare value of a field.
std::string value_schema(const Declared& field, Bounds bounds, Writing writing) {
  const std::string number = number_of(bounds, "number");
  switch (field.kind) {
    case FieldKind::Number:
      return number;
    case FieldKind::Integer:
      return number_of(bounds, "integer");
    case FieldKind::Dated:
      return any_of({number, years_of(number, writing)});
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
std::string noted_schema(const Declared& field, Bounds bounds, Writing writing) {
  JsonObject members;
  members.add("value", value_schema(field, bounds, writing));
  if (!field.unit.empty()) {
    members.add("unit", JsonObject().text("const", field.unit).str());
    members.add("range", JsonObject()
                             .text("type", "array")
                             .add("items", number_of({field.low, field.high}, "number"))
                             .add("minItems", "2")
                             .add("maxItems", "2")
                             .str());
  }
  members.add("source", of_type("string")).add("status", one_of(status_words()));
  JsonObject schema;
  schema.text("type", "object")
      .add("properties", members.str())
      .add("additionalProperties", "false");
  if (writing == Writing::Documented) schema.add("required", quoted(note_words()));
  return schema.str();
}

/// `{ at_least = 1 }` and `{ at_most = 1 }`.
std::vector<std::string> bound_schemas(const Declared& field, Bounds bounds) {
  std::vector<std::string> schemas;
  for (const char* word : {"at_least", "at_most"}) {
    JsonObject members;
    members.add(word, number_of(bounds, "number"))
        .add("source", of_type("string"))
        .add("status", one_of(status_words()));
    schemas.push_back(JsonObject()
                          .text("type", "object")
                          .add("properties", members.str())
                          .add("required", quoted({word}))
                          .add("additionalProperties", "false")
                          .str());
  }
  return is_one_number(field) ? schemas : std::vector<std::string>{};
}

bool takes_notes(const Declared& field) {
  return field.key.find('.') != std::string::npos && field.key != "law.ordinary";
}

}  // namespace

std::string field_schema(const Declared& field, Bounds bounds, Writing writing) {
  JsonObject schema;
  const std::string unit = field.unit.empty() ? "" : " [" + field.unit + "]";
  schema.text("description", field.text + unit);
  if (writing == Writing::Bare) {
    schema.add("allOf", json_array({value_schema(field, bounds, writing)}));
  } else if (!takes_notes(field)) {
    schema.text("type", "string");
  } else if (writing == Writing::Documented) {
    schema.add("allOf", json_array({noted_schema(field, bounds, writing)}));
  } else {
    std::vector<std::string> ways = {value_schema(field, bounds, writing),
                                     noted_schema(field, bounds, writing)};
    if (writing == Writing::OfPolicy) {
      for (std::string& bound : bound_schemas(field, bounds)) ways.push_back(std::move(bound));
    }
    schema.add("anyOf", json_array(ways));
  }
  return schema.str();
}

std::string bare_schema(const Declared& field) {
  return value_schema(field, {field.low, field.high}, Writing::AsLiked);
}

}  // namespace homeroom
