#include "app/workshop/lever_values.hpp"

#include "app/workshop/json.hpp"
#include "sim/scenario/sections.hpp"

namespace homeroom::workshop {
namespace {

class Collector final : public FieldVisitor {
 public:
  Collector(const RunPlan& run, std::map<std::string, LeverValue>& values)
      : run_(run), values_(values) {}
  std::string part;

  void number(const Meaning& of, double& field) override { put(of.key, field); }
  void number_if_known(const Meaning&, std::optional<double>&) override {}
  void integer(const Meaning& of, int& field) override { put(of.key, field); }
  void numbers(const Meaning&, std::vector<double>&) override {}
  void dated(const Meaning& of, Dated& field) override {
    const double first = field.in(run_.first_year);
    bool changes = false;
    for (int year = run_.first_year; year <= run_.last_year(); ++year) {
      changes = changes || field.in(year) != first;
    }
    put(of.key, first, changes);
  }
  void flag(std::string_view key, std::string_view, bool& field) override {
    value_of(key).json = field ? "true" : "false";
  }
  void text(std::string_view key, std::string_view, std::string& field) override {
    put_word(key, field);
  }
  void choice(std::string_view key, const std::vector<std::string_view>& allowed, std::string_view,
              int& index) override {
    put_word(key, allowed[static_cast<std::size_t>(index)]);
  }

 private:
  LeverValue& value_of(std::string_view key) { return values_[part + "." + std::string(key)]; }
  void put(std::string_view key, double number, bool changes = false) {
    LeverValue& value = value_of(key);
    value.json.clear();
    append_number(number, value.json);
    value.changes = changes;
  }
  void put_word(std::string_view key, std::string_view word) {
    append_string(word, value_of(key).json);
  }

  const RunPlan& run_;
  std::map<std::string, LeverValue>& values_;
};

}  // namespace

std::map<std::string, LeverValue> lever_values(const Scenario& scenario) {
  std::map<std::string, LeverValue> values;
  Law law = scenario.law_in(scenario.run.first_year);
  Collector collector(scenario.run, values);
  law_chapters(law, [&](const char* chapter, auto& levers) {
    collector.part = std::string("law.") + chapter;
    levers.describe(collector);
  });
  for (SchoolModel& model : law.models) {
    collector.part = "models." + model.key;
    model.describe(collector);
  }
  return values;
}

}  // namespace homeroom::workshop
