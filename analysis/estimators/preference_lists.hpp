// Applications gathered into lists: one of each child, best first.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/panel/panel.hpp"

namespace homeroom::estimators {

class PreferenceLists {
 public:
  explicit PreferenceLists(const panel::Applications& made);
  std::size_t size() const { return first_.size() - 1; }
  /// Lines of the table, by rank.
  std::span<const std::size_t> list(std::size_t of) const {
    return {lines_.data() + first_[of], lines_.data() + first_[of + 1]};
  }

 private:
  std::vector<std::size_t> lines_, first_;
};

}  // namespace homeroom::estimators
