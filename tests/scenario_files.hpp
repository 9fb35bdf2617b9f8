// Scenario files for tests, laid out in a directory of their own.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/toml_text.hpp"
#include "tests/support/workplace.hpp"

namespace homeroom {

inline std::string text_of_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// A made-up value that the declaration allows.
inline std::string made_up_value(const Declared& field) {
  const double middle = field.low + (field.high - field.low) / 2;
  switch (field.kind) {
    case FieldKind::Integer:
      return std::to_string(static_cast<int>(middle));
    case FieldKind::Flag:
      return "true";
    case FieldKind::Text:
      return "\"text\"";
    case FieldKind::Choice:
      return toml_string(field.allowed.front());
    case FieldKind::Numbers:
      return toml_literal(std::vector<double>(std::max<std::size_t>(1, field.entries), middle));
    default:
      return toml_literal(middle);
  }
}

/// One parameter with everything that nature's files owe.
inline std::string made_up_parameter(const Declared& field) {
  std::string text = fmt::format("[{}]\nvalue = {}\nsource = \"made up\"\nstatus = \"assumed\"\n",
                                 field.key, made_up_value(field));
  if (field.unit.empty()) return text;
  return text + fmt::format("unit = \"{}\"\nrange = [{}, {}]\n", field.unit,
                            toml_literal(field.low), toml_literal(field.high));
}

/// A file with every declared parameter of nature, in the middle of its range.
inline std::string nature_skeleton() {
  std::string text = "# made up\n";
  for (const Declared& field : declared_fields()) {
    if (field.key.compare(0, 7, "nature.") == 0) text += made_up_parameter(field);
  }
  return text;
}

/// The first number among the parameters of nature; what tests of nature turn.
inline const Declared& some_parameter() {
  for (const Declared& field : declared_fields()) {
    const bool nature = field.key.compare(0, 7, "nature.") == 0;
    if (nature && field.kind == FieldKind::Number && field.high > field.low) return field;
  }
  throw std::logic_error("nature has no parameter");
}

/// The tiny city of tests/data with a made-up nature.
class TinyCity {
 public:
  TinyCity() {
    for (const char* name : {"tiny.toml", "tiny_models.toml", "tiny_place.toml"}) {
      files.write(name,
                  text_of_file(std::filesystem::path(HOMEROOM_SOURCE_DIR) / "tests/data" / name));
    }
    files.write("nature/all.toml", nature_skeleton());
  }

  /// Replaces a text in a file once; the text must be there.
  void change(const std::string& name, const std::string& from, const std::string& to) const {
    std::string text = text_of_file(files / name);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    files.write(name, text.replace(at, from.size(), to));
  }
  void append(const std::string& name, const std::string& text) const {
    files.write(name, text_of_file(files / name) + text);
  }
  Reading read(const std::vector<std::string>& overrides = {},
               const PolicyFiles& policies = {}) const {
    return read_scenario(files / "tiny.toml", overrides, policies);
  }
  /// The scenario; a test fails that has faults here.
  Scenario scenario(const std::vector<std::string>& overrides = {}) const {
    Reading reading = read(overrides);
    EXPECT_EQ(format_faults(reading.faults), "");
    return reading.scenario.value_or(Scenario{});
  }

  Workplace files;
};

/// The one fault of a reading; others are a failure.
inline Fault only_fault(const Reading& reading) {
  EXPECT_EQ(reading.faults.size(), 1u) << format_faults(reading.faults);
  EXPECT_FALSE(reading.scenario.has_value());
  return reading.faults.empty() ? Fault{} : reading.faults.front();
}

/// The file's own name, without the directory that differs from run to run.
inline std::string file_of(const Fault& fault) {
  return std::filesystem::path(fault.file).filename().string();
}

}  // namespace homeroom
