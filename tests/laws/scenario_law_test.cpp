// Whatever is done to a scenario's text: it is read, or at least one fault says where it is wrong;
// and what is read reads back from its resolved text.
#include <rapidcheck.h>

#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

const std::string& valid_text() {
  static const std::string text = TinyCity().scenario().resolved;
  return text;
}

std::string any_piece() {
  return *rc::gen::elementOf(std::vector<std::string>{"=",
                                                      "\n",
                                                      "[",
                                                      "]",
                                                      "[[",
                                                      "]]",
                                                      "{",
                                                      "}",
                                                      "\"",
                                                      "'",
                                                      "\"\"\"",
                                                      ".",
                                                      ",",
                                                      "#",
                                                      "-",
                                                      "nan",
                                                      "inf",
                                                      "1e999",
                                                      "99999999999999999999",
                                                      "true",
                                                      "2016-05-27",
                                                      "value = ",
                                                      "source = \"\"",
                                                      "extends = \"x\"",
                                                      "\\u0000",
                                                      "\xFF",
                                                      "\xC3\xA9",
                                                      std::string(1, '\0'),
                                                      "models.",
                                                      "0x7f",
                                                      "[place]",
                                                      "[[place.schools]]",
                                                      " ",
                                                      "\r"});
}

/// Cuts a stretch of the text and puts pieces, or another stretch, in its place.
std::string mutated(std::string text) {
  const int times = *rc::gen::inRange(1, 5);
  for (int i = 0; i < times && !text.empty(); ++i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    const auto cut = *rc::gen::inRange<std::size_t>(0, 40);
    std::string put;
    if (*rc::gen::arbitrary<bool>()) {
      put = any_piece();
    } else if (*rc::gen::arbitrary<bool>()) {
      put = text.substr(*rc::gen::inRange<std::size_t>(0, text.size()),
                        *rc::gen::inRange<std::size_t>(0, 200));
    }
    text.replace(at, cut, put);
  }
  return text;
}

void expect_sound(const Reading& reading) {
  RC_ASSERT(reading.scenario.has_value() == reading.faults.empty());
  for (const Fault& fault : reading.faults) {
    RC_ASSERT(!fault.what.empty());
    RC_ASSERT(fault.line > 0 || fault.what == "is empty");
  }
  if (!reading.scenario) return;
  const Reading again = read_scenario_text(reading.scenario->resolved, "resolved");
  RC_ASSERT(format_faults(again.faults) == "");
  RC_ASSERT(again.scenario->resolved == reading.scenario->resolved);
}

TEST(ScenarioLaw, AnyTextIsReadOrFaultedWithAPlace) {
  EXPECT_TRUE(rc::check(
      "mutations", [] { expect_sound(read_scenario_text(mutated(valid_text()), "mutated")); }));
}

/// A value of a declared field that its declaration allows, as text.
std::string any_value(const Declared& field) {
  const double share = *rc::gen::inRange(0, 1001) / 1000.0;
  const double number = field.low + share * (field.high - field.low);
  switch (field.kind) {
    case FieldKind::Flag:
      return *rc::gen::elementOf(std::vector<std::string>{"true", "false"});
    case FieldKind::Choice:
      return toml_string(*rc::gen::elementOf(field.allowed));
    case FieldKind::Integer:
      return std::to_string(static_cast<int>(number));
    case FieldKind::Dated:
      return fmt::format("{{ 1950 = {}, 2017 = {} }}", toml_literal(number),
                         toml_literal(field.low));
    default:
      return toml_literal(number);
  }
}

bool is_free(const Declared& field) {
  const bool single = field.key.find(".N.") == std::string::npos &&
                      field.key.find("models.") != 0 && field.key.find('.') != std::string::npos;
  return single && field.kind != FieldKind::Text && field.kind != FieldKind::Numbers;
}

TEST(ScenarioLaw, AnyAllowedValuesReadBackFromTheResolvedText) {
  std::vector<Declared> free;
  for (const Declared& field : declared_fields()) {
    if (is_free(field)) free.push_back(field);
  }
  EXPECT_TRUE(rc::check("settings", [&] {
    std::vector<std::string> settings;
    const int times = *rc::gen::inRange(1, 6);
    for (int i = 0; i < times; ++i) {
      const Declared field = *rc::gen::elementOf(free);
      settings.push_back(field.key + "=" + any_value(field));
    }
    const Reading reading = read_scenario_text(valid_text(), "text", settings);
    // Together they may make no sense (shares over 1), but each is allowed.
    for (const Fault& fault : reading.faults) {
      RC_ASSERT(fault.what.find("out of range") == std::string::npos);
      RC_ASSERT(fault.what.find("wants") == std::string::npos);
      RC_ASSERT(fault.what.find("known") == std::string::npos);
    }
    if (!reading.scenario) return;
    const Reading again = read_scenario_text(reading.scenario->resolved, "resolved");
    RC_ASSERT(format_faults(again.faults) == "");
    RC_ASSERT(again.scenario->resolved == reading.scenario->resolved);
  }));
}

TEST(ScenarioLaw, AnySettingIsTakenOrFaulted) {
  EXPECT_TRUE(rc::check("any bytes", [] {
    const auto setting = *rc::gen::arbitrary<std::string>();
    const auto reading = read_scenario_text(valid_text(), "text", {setting, "run." + setting});
    RC_ASSERT(reading.scenario.has_value() == reading.faults.empty());
    RC_ASSERT(!reading.faults.empty());
  }));
}

}  // namespace
}  // namespace homeroom
