#include "analysis/estimators/dummies.hpp"

#include <set>

namespace homeroom::estimators {

std::vector<std::string> levels_of(const std::vector<std::string>& words) {
  const std::set<std::string> some(words.begin(), words.end());
  return {some.begin(), some.end()};
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
