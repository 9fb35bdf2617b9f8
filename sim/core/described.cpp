#include "sim/core/described.hpp"

#include <algorithm>

namespace homeroom {

void Dated::set(int since, double value) {
  const auto at = std::lower_bound(steps_.begin(), steps_.end(), since,
                                   [](const auto& step, int year) { return step.first < year; });
  if (at != steps_.end() && at->first == since) {
    at->second = value;
  } else {
    steps_.insert(at, {since, value});
  }
}

}  // namespace homeroom
