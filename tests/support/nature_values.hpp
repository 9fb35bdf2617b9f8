// Gives a chapter's parameters the values of scenarios/nature, so that tests run on the numbers
// that ship. Reads lines, not TOML: tests of a chapter need no reader of scenarios.
#pragma once

#include <cstdlib>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>

#include "sim/core/field_passer.hpp"

namespace homeroom::testing {

class NatureValues : public FieldPasser {
 public:
  explicit NatureValues(const std::string& chapter) {
    std::ifstream file(std::string(HOMEROOM_SOURCE_DIR) + "/scenarios/nature/" + chapter + ".toml");
    const std::string head = "[nature." + chapter + ".";
    std::string key;
    for (std::string line; std::getline(file, line);) {
      if (line.rfind(head, 0) == 0) key = line.substr(head.size(), line.size() - head.size() - 1);
      if (line.rfind("value = ", 0) == 0) values_[key] = std::strtod(line.c_str() + 8, nullptr);
    }
  }
  /// Values in the file, and those asked for: equal if no value is left over.
  std::size_t size() const { return values_.size(); }
  std::size_t asked() const { return asked_; }

  void number(const Meaning& meaning, double& field) override { field = value(meaning); }
  void integer(const Meaning& meaning, int& field) override {
    field = static_cast<int>(value(meaning));
  }

 private:
  double value(const Meaning& meaning) {
    const auto found = values_.find(std::string(meaning.key));
    if (found == values_.end()) throw std::runtime_error("no value: " + std::string(meaning.key));
    const double value = found->second;
    if (value < meaning.low || value > meaning.high) {
      throw std::runtime_error("out of range: " + std::string(meaning.key));
    }
    ++asked_;
    return value;
  }
  std::map<std::string, double> values_;
  std::size_t asked_ = 0;
};

/// A chapter's parameters with the values that ship.
template <class Parameters>
Parameters shipped(const std::string& chapter) {
  Parameters parameters{};
  NatureValues values(chapter);
  parameters.describe(values);
  return parameters;
}

}  // namespace homeroom::testing
