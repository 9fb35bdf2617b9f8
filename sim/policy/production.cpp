#include "sim/policy/production.hpp"

#include <variant>

#include "sim/core/contracts.hpp"

namespace homeroom {
namespace {

using Value =
    std::variant<double, std::optional<double>, int, Dated, std::vector<double>, bool, std::string>;

/// Walks over a model's levers of production in the order of their declaration, and notes them; or
/// gives them what was noted of another.
class Production final : public FieldVisitor {
 public:
  void give() {
    gives_ = true;
    next_ = 0;
  }
  void fields_of(std::string_view name) override { here_ = name == kModelProduction.name; }
  void number(const Meaning&, double& field) override { pass(field); }
  void number_if_known(const Meaning&, std::optional<double>& field) override { pass(field); }
  void integer(const Meaning&, int& field) override { pass(field); }
  void dated(const Meaning&, Dated& field) override { pass(field); }
  void numbers(const Meaning&, std::vector<double>& field) override { pass(field); }
  void flag(std::string_view, std::string_view, bool& field) override { pass(field); }
  void text(std::string_view, std::string_view, std::string& field) override { pass(field); }
  void choice(std::string_view, const std::vector<std::string_view>&, std::string_view,
              int& index) override {
    pass(index);
  }

 private:
  template <class Field>
  void pass(Field& field) {
    if (!here_) return;
    if (gives_) {
      field = std::get<Field>(noted_.at(next_++));
    } else {
      noted_.emplace_back(field);
    }
  }

  bool here_ = false, gives_ = false;
  std::vector<Value> noted_;
  std::size_t next_ = 0;
};

}  // namespace

SchoolModel with_production_of(SchoolModel model, SchoolModel other) {
  Production production;
  other.describe(production);
  production.give();
  model.describe(production);
  return model;
}

Law with_ordinary_production(Law law, std::string_view key) {
  const ModelId model = law.named(key);
  HOMEROOM_EXPECT(model && law.ordinary);
  law.models[model.row()] = with_production_of(law.model(model), law.model(law.ordinary));
  return law;
}

}  // namespace homeroom
