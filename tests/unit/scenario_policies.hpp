// Scenarios under policies that a test writes.
#pragma once

#include <gtest/gtest.h>

#include "tests/scenario_files.hpp"

namespace homeroom {

/// The tiny city under policies of these texts, called A, B, ...
inline Reading under(const TinyCity& city, const std::vector<std::string>& texts,
                     std::optional<int> from_year = {}) {
  PolicyFiles policies;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string name = std::string(1, static_cast<char>('A' + i)) + ".toml";
    policies.files.push_back(city.files.write("policies/" + name, texts[i]));
  }
  policies.from_year = from_year;
  return city.read({}, policies);
}

const Policy& policy_of(const Reading&&) = delete;  // it would be gone before it is looked at
inline const Policy& policy_of(const Reading& reading) {
  EXPECT_TRUE(reading.scenario) << format_faults(reading.faults);
  static const Policy none{};
  return reading.scenario && reading.scenario->policy ? *reading.scenario->policy : none;
}

inline const SchoolModel& model_of(const Law& law, const char* key) {
  return law.model(law.named(key));
}

}  // namespace homeroom
