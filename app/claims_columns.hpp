// Outcomes of the sweeps of claims, and where they stand in a run.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "app/ready_sweep.hpp"

namespace homeroom::app {

/// Names, each once, in the order in which they were asked for.
class OutcomeList {
 public:
  /// Its place.
  std::size_t add(const std::string& name);
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
  std::map<std::string, std::size_t> places_;
};

/// Where the outcomes of a sweep stand in each of its runs.
std::map<std::string, std::size_t> columns_of(const ReadySweep& ready);

}  // namespace homeroom::app
