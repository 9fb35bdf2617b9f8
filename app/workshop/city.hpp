// A city that the workshop serves: its scenario as its file says it, read once when the program
// starts, and which of its school models a policy may mean.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace homeroom::workshop {

struct City {
  std::string key;  ///< the file's name without its ending
  std::filesystem::path file;
  Scenario scenario;                    ///< current law
  std::vector<std::string> models;      ///< keys of those that its schools have or may take up
  std::vector<std::string> autonomous;  ///< of these, the district's own beside ordinary practice

  bool has_model(const std::string& model) const;
};

/// The city of a scenario that was read from `file`.
City city_of(const std::filesystem::path& file, Scenario scenario);

/// Schools of the place that begin under a model, those of double status among them.
int schools_of(const City& city, const std::string& model);

}  // namespace homeroom::workshop
