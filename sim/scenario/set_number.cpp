#include "sim/scenario/set_number.hpp"

#include <cmath>

#include "sim/scenario/sections.hpp"

namespace homeroom {
namespace {

class NumberSetter final : public FieldVisitor {
 public:
  NumberSetter(std::string_view key, double value) : key_(key), value_(value) {}

  void number(const Meaning& meaning, double& field) override {
    if (fits(meaning)) field = value_;
  }
  void number_if_known(const Meaning& meaning, std::optional<double>& field) override {
    if (fits(meaning)) field = value_;
  }
  void integer(const Meaning& meaning, int& field) override {
    if (meaning.key != key_ || value_ != std::floor(value_)) return;
    if (fits(meaning)) field = static_cast<int>(value_);
  }
  void dated(const Meaning& meaning, Dated& field) override {
    if (fits(meaning)) field = Dated(value_);
  }
  void numbers(const Meaning&, std::vector<double>&) override {}
  void flag(std::string_view, std::string_view, bool&) override {}
  void text(std::string_view, std::string_view, std::string&) override {}
  void choice(std::string_view, const std::vector<std::string_view>&, std::string_view,
              int&) override {}

  NumberSet done() const { return done_; }

 private:
  bool fits(const Meaning& meaning) {
    if (meaning.key != key_) return false;
    const bool fits = value_ >= meaning.low && value_ <= meaning.high;
    done_ = fits ? NumberSet::Done : NumberSet::OutOfRange;
    return fits;
  }
  std::string_view key_;
  double value_;
  NumberSet done_ = NumberSet::NoNumber;
};

}  // namespace

NumberSet set_number(Scenario& scenario, std::string_view key, double value) {
  const std::size_t dot = key.rfind('.');
  if (dot == std::string_view::npos) return NumberSet::NoNumber;
  // Minus nought is nought, as the reader has it.
  NumberSetter setter(key.substr(dot + 1), value == 0.0 ? 0.0 : value);
  scenario_sections(scenario, [&](const std::string& section, auto& described) {
    if (section == key.substr(0, dot)) described.describe(setter);
  });
  return setter.done();
}

}  // namespace homeroom
