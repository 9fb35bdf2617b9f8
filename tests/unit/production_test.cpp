// Which levers of a model are production, and which are selection.
#include <gtest/gtest.h>

#include <map>

#include "sim/policy/production.hpp"

namespace homeroom {
namespace {

/// Every field of a model as text, by key; or every field set apart from its value before.
class Fields : public FieldVisitor {
 public:
  explicit Fields(bool change) : change_(change) {}
  std::map<std::string, std::string> values;

  void number(const Meaning& meaning, double& field) override { take(meaning.key, field, 0.25); }
  void number_if_known(const Meaning&, std::optional<double>&) override {}
  void integer(const Meaning& meaning, int& field) override { take(meaning.key, field, 1); }
  void dated(const Meaning& meaning, Dated& field) override {
    if (change_) field = field.in(2016) + 0.25;
    values[std::string(meaning.key)] = std::to_string(field.in(2016));
  }
  void numbers(const Meaning&, std::vector<double>&) override {}
  void flag(std::string_view key, std::string_view, bool& field) override {
    if (change_) field = !field;
    values[std::string(key)] = std::to_string(field);
  }
  void text(std::string_view key, std::string_view, std::string& field) override {
    if (change_) field += "x";
    values[std::string(key)] = field;
  }
  void choice(std::string_view key, const std::vector<std::string_view>& allowed, std::string_view,
              int& index) override {
    if (change_) index = (index + 1) % static_cast<int>(allowed.size());
    values[std::string(key)] = std::to_string(index);
  }

 private:
  template <class Number>
  void take(std::string_view key, Number& field, Number step) {
    if (change_) field += step;
    values[std::string(key)] = std::to_string(field);
  }
  bool change_;
};

std::map<std::string, std::string> fields_of(SchoolModel model) {
  Fields fields(false);
  model.describe(fields);
  return fields.values;
}

SchoolModel other_in_everything() {
  SchoolModel model;
  Fields fields(true);
  model.describe(fields);
  model.key = "other";
  return model;
}

TEST(Production, IsTakenAndNothingElse) {
  const SchoolModel own, other = other_in_everything();
  const auto before = fields_of(own), reference = fields_of(other),
             mixed = fields_of(with_production_of(own, other));
  ASSERT_GT(before.size(), 70u);
  for (const char* key : {"S1", "X2", "employer", "guarantee", "pay_premium", "review_years",
                          "closure_will", "zone", "review_gain_below", "mentoring"}) {
    ASSERT_NE(before.at(key), reference.at(key)) << key;
    EXPECT_EQ(mixed.at(key), reference.at(key)) << key;
  }
  for (const char* key : {"label", "city", "admission", "grade_by_grade", "choice_reach_km",
                          "special_draw", "counselling_out", "attrition_weight", "origin",
                          "conversion_threshold", "approval_bodies"}) {
    ASSERT_NE(before.at(key), reference.at(key)) << key;
    EXPECT_EQ(mixed.at(key), before.at(key)) << key;
  }
}

TEST(Production, LeavesOtherModelsOfALawAsTheyAre) {
  Law law;
  law.models.resize(3);
  law.models[0].key = "ordinary";
  law.models[1] = other_in_everything();
  law.models[2] = other_in_everything();
  law.models[2].key = "third";
  law.ordinary = ModelId{0};
  const Law changed = with_ordinary_production(law, "other");
  EXPECT_EQ(changed.models[1].key, "other");
  EXPECT_EQ(fields_of(changed.models[1]).at("S1"), fields_of(law.models[0]).at("S1"));
  EXPECT_EQ(fields_of(changed.models[2]), fields_of(law.models[2]));
  EXPECT_EQ(fields_of(changed.models[0]), fields_of(law.models[0]));
}

}  // namespace
}  // namespace homeroom
