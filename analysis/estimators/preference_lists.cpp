#include "analysis/estimators/preference_lists.hpp"

#include <algorithm>
#include <numeric>

namespace homeroom::estimators {

PreferenceLists::PreferenceLists(const panel::Applications& made) : lines_(made.size()) {
  std::iota(lines_.begin(), lines_.end(), std::size_t{0});
  const auto before = [&](std::size_t a, std::size_t b) {
    return made.student[a] != made.student[b] ? made.student[a] < made.student[b]
                                              : made.rank[a] < made.rank[b];
  };
  std::sort(lines_.begin(), lines_.end(), before);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (i == 0 || made.student[lines_[i]] != made.student[lines_[i - 1]]) first_.push_back(i);
  }
  first_.push_back(lines_.size());
}

}  // namespace homeroom::estimators
