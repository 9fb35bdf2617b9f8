#include "sim/scenario/set_number.hpp"

#include <cmath>
#include <utility>

#include "sim/scenario/numeric.hpp"
#include "sim/scenario/sections.hpp"

namespace homeroom {
namespace {

/// The lever as it reads where a file writes the years out: steps that change nothing are left out,
/// and what was in force always is from the earliest year on.
Dated changed_from(int from_year, double value, const Dated& before) {
  Dated after;
  std::optional<double> last;
  const auto add = [&](int since, double step) {
    if (last == step) return;
    after.set(since, step);
    last = step;
  };
  for (const auto& [since, step] : before.steps()) {
    if (since < from_year) add(since == Dated::kAlways ? kEarliestYear : since, step);
  }
  add(from_year, value);
  const auto& steps = after.steps();
  const bool always = steps.size() == 1 && steps.front().first == kEarliestYear;
  return always ? Dated(value) : after;
}

class NumberSetter final : public FieldVisitor {
 public:
  NumberSetter(std::string_view key, double value, std::optional<int> from_year)
      : key_(key), value_(value), from_(from_year) {}

  void number(const Meaning& meaning, double& field) override { put(meaning, value_, field); }
  void number_if_known(const Meaning& meaning, std::optional<double>& field) override {
    put(meaning, std::optional<double>(value_), field);
  }
  void integer(const Meaning& meaning, int& field) override {
    if (value_ == std::floor(value_)) put(meaning, static_cast<int>(value_), field);
  }
  void dated(const Meaning& meaning, Dated& field) override {
    if (!fits(meaning)) return;
    const Dated before =
        std::exchange(field, from_ ? changed_from(*from_, value_, field) : Dated(value_));
    if (before.steps() == field.steps()) done_ = NumberSet::Same;
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
  template <class Field>
  void put(const Meaning& meaning, const Field& value, Field& field) {
    if (!fits(meaning)) return;
    if (field == value) done_ = NumberSet::Same;
    field = value;
  }

  std::string_view key_;
  double value_;
  std::optional<int> from_;
  NumberSet done_ = NumberSet::NoNumber;
};

}  // namespace

NumberSet set_number(Scenario& scenario, std::string_view key, double value,
                     std::optional<int> from_year) {
  const std::size_t dot = key.rfind('.');
  if (dot == std::string_view::npos) return NumberSet::NoNumber;
  // Minus nought is nought, as the reader has it.
  NumberSetter setter(key.substr(dot + 1), value == 0.0 ? 0.0 : value, from_year);
  scenario_sections(scenario, [&](const std::string& section, auto& described) {
    if (section == key.substr(0, dot)) described.describe(setter);
  });
  return setter.done();
}

}  // namespace homeroom
