// The JSON Schema of bands says what the reader of bands reads.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "sim/scenario/field_collector.hpp"
#include "sim/scenario/pattern_bands.hpp"
#include "sim/scenario/pattern_schema.hpp"

namespace homeroom {
namespace {

nlohmann::json band_of(const std::vector<std::string>& figures) {
  return nlohmann::json::parse(pattern_schema(figures))
      .at("/properties/pattern/items"_json_pointer);
}

TEST(PatternSchema, KnowsEveryKeyOfABandAndNoOther) {
  const nlohmann::json band = band_of({"share"});
  std::vector<Declared> fields;
  FieldCollector collector("pattern.N", fields);
  PatternBand().describe(collector);
  EXPECT_EQ(band.at("properties").size(), fields.size());
  EXPECT_EQ(band.at("/properties/low/allOf/0/type"_json_pointer), "number");
  EXPECT_EQ(band.at("additionalProperties"), false);
}

TEST(PatternSchema, NamesTheFiguresThatAreComputed) {
  const nlohmann::json figure = band_of({"share", "spread"}).at("properties").at("figure");
  EXPECT_EQ(figure.at("/allOf/0/enum"_json_pointer), (nlohmann::json{"share", "spread"}));
}

TEST(PatternSchema, WantsBothEndsOrAReason) {
  const nlohmann::json ways = band_of({"share"}).at("/allOf/1/anyOf"_json_pointer);
  EXPECT_EQ(ways.at(0).at("required"), (nlohmann::json{"low", "high"}));
  EXPECT_EQ(ways.at(0).at("properties"), (nlohmann::json{{"unjudged", false}}));
  EXPECT_EQ(ways.at(1).at("required"), nlohmann::json::array({"unjudged"}));
  EXPECT_EQ(ways.at(1).at("properties"), (nlohmann::json{{"high", false}, {"low", false}}));
}

TEST(PatternSchema, WantsAFigureOrAStudy) {
  const nlohmann::json ways = band_of({"share"}).at("/allOf/2/anyOf"_json_pointer);
  EXPECT_EQ(ways.at(0).at("required"), nlohmann::json::array({"figure"}));
  EXPECT_EQ(ways.at(0).at("properties"), (nlohmann::json{{"study", false}}));
  EXPECT_EQ(ways.at(1).at("required"), nlohmann::json::array({"study"}));
}

}  // namespace
}  // namespace homeroom
