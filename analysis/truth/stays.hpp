// Since when each child is in the school where it is.
#pragma once

#include <vector>

#include "analysis/truth/learning_year.hpp"

namespace homeroom::truth {

/// Follows a life from the spring before the first policy year on.
class Stays {
 public:
  void add(const LearningYear& year);
  /// The last spring before the child came to its school, or the first that was added where it was
  /// there already. It may lie before the child came to the city.
  const std::vector<int>& springs_before() const { return before_; }

 private:
  std::vector<int> arrived_, school_, before_;
};

}  // namespace homeroom::truth
