#include "analysis/estimators/dummies.hpp"

#include <algorithm>
#include <set>

#include "sim/core/number_from.hpp"

namespace homeroom::estimators {

std::vector<std::string> levels_of(const std::vector<std::string>& words) {
  const std::set<std::string> some(words.begin(), words.end());
  std::vector<std::string> levels(some.begin(), some.end());
  const bool numbers = std::all_of(levels.begin(), levels.end(), [](const std::string& word) {
    return number_from<double>(word).has_value();
  });
  if (numbers) {
    std::stable_sort(levels.begin(), levels.end(), [](const auto& one, const auto& other) {
      return *number_from<double>(one) < *number_from<double>(other);
    });
  }
  return levels;
}

std::vector<Column> dummies(const std::string& name, const std::vector<std::string>& words,
                            const std::string& base) {
  std::vector<Column> columns;
  const auto rows = static_cast<Eigen::Index>(words.size());
  for (const std::string& level : levels_of(words)) {
    if (level == base) continue;
    Eigen::VectorXd is(rows);
    for (Eigen::Index i = 0; i < rows; ++i) is[i] = words[static_cast<std::size_t>(i)] == level;
    columns.emplace_back(name + ":" + level, std::move(is));
  }
  return columns;
}

}  // namespace homeroom::estimators
