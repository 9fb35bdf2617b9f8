// Scenarios of a sweep's points as they were read last.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "sim/scenario/scenario_source.hpp"

namespace homeroom {

struct SweepArm;

/// Reading a scenario under a policy takes milliseconds, and replicates of a point share one: the
/// few that were used last are kept.
class SweepReadings {
 public:
  /// `divide`: one part in so many of each city.
  explicit SweepReadings(int divide) : divide_(divide) {}

  /// The scenario of an arm with settings KEY=VALUE.
  std::shared_ptr<const Reading> of(const SweepArm& arm, const std::vector<std::string>& settings);

 private:
  using Kept = std::shared_ptr<const Reading>;
  struct Entry {
    Kept reading;
    std::list<std::string>::iterator age;
  };
  int divide_;
  std::mutex mutex_;
  std::unordered_map<std::string, Entry> readings_;
  std::list<std::string> ages_;  ///< names, those used last at the end
};

}  // namespace homeroom
