// Numbers written straight into a scenario that was read, and into what policies make of its law:
// a hundredth of the time that reading it anew takes.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/scenario/scenario_reading.hpp"

namespace homeroom {

class DirectNumbers {
 public:
  /// `root` is the tree that `base` was made of, its own policy with it; both outlive this.
  DirectNumbers(const Written& written, const Node& root, const Scenario& base);

  /// `bare` (the base, maybe without what is for people) with all settings "KEY=NUMBER"; nothing
  /// where one is no number, leaves its range, or may reach farther than its own field: reading
  /// anew knows.
  std::optional<Scenario> set(const Scenario& bare, const std::vector<std::string>& settings) const;

 private:
  struct Setting;
  bool reaches_farther(const Setting& one) const;
  bool leaves_the_range(const Setting& one) const;
  const Scenario& base_;
  bool laid_ = false;     ///< policies are laid over it, if only such as change nothing
  bool neutral_ = false;  ///< some make models what the ordinary one is
  std::set<std::string, std::less<>> spoken_;  ///< keys that they speak of
};

}  // namespace homeroom
