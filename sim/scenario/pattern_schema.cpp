#include "sim/scenario/pattern_schema.hpp"

#include "sim/scenario/field_collector.hpp"
#include "sim/scenario/json_schema_field.hpp"
#include "sim/scenario/json_text.hpp"
#include "sim/scenario/pattern_bands.hpp"

namespace homeroom {
namespace {

/// An object that has all keys of `has`, and none of `lacks`.
std::string object_with(const std::vector<std::string>& has,
                        const std::vector<std::string>& lacks) {
  std::vector<std::string> required;
  JsonObject refused;
  for (const std::string& key : has) required.push_back(json_string(key));
  for (const std::string& key : lacks) refused.add(key, "false");
  return JsonObject().add("required", json_array(required)).add("properties", refused.str()).str();
}

/// The fields of a band as it declares them; its figure is one of those that are computed.
std::string properties_of_band(const std::vector<std::string>& figures) {
  std::vector<Declared> fields;
  FieldCollector collector("pattern.N", fields);
  PatternBand().describe(collector);
  JsonObject properties;
  for (Declared& field : fields) {
    const std::string key = last_part(field.key);
    if (key == "figure") {
      field.kind = FieldKind::Choice;
      field.allowed = figures;
    }
    properties.add(key, field_schema(field, {field.low, field.high}, Writing::Bare));
  }
  return properties.str();
}

/// A band has both ends, or a reason why it has none; it is on a figure, or on what a study finds.
std::string band_schema(const std::vector<std::string>& figures) {
  return JsonObject()
      .text("type", "object")
      .add("properties", properties_of_band(figures))
      .add("additionalProperties", "false")
      .add("allOf", json_array({object_with({"id", "says", "source"}, {}),
                                any_of({object_with({"low", "high"}, {"unjudged"}),
                                        object_with({"unjudged"}, {"low", "high"})}),
                                any_of({object_with({"figure"}, {"study"}),
                                        object_with({"study"}, {"figure"})})}))
      .str();
}

}  // namespace

std::string pattern_schema(const std::vector<std::string>& figures) {
  const std::string list = JsonObject()
                               .text("type", "array")
                               .add("items", band_schema(figures))
                               .add("minItems", "1")
                               .str();
  return JsonObject()
             .text("$schema", "https://json-schema.org/draft/2020-12/schema")
             .text("title", "Homeroom bands of patterns")
             .text("type", "object")
             .add("properties", JsonObject().add("pattern", list).str())
             .add("additionalProperties", "false")
             .add("required", json_array({json_string("pattern")}))
             .str() +
         "\n";
}

}  // namespace homeroom
