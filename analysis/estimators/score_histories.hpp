// Children of a grade with the scores that they had in the grades below.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "analysis/panel/panel.hpp"

namespace homeroom::estimators {

/// Earlier scores that are looked for.
inline constexpr int kEarlierScores = 2;

/// Children of one grade with a score now; NaN where an earlier score is missing.
struct ScoreHistories {
  int grade = 0;
  std::string label = {};        ///< what messages call it; empty: "grade 3"
  std::vector<std::size_t> row;  ///< in the year's students
  std::vector<double> score;
  std::array<std::vector<double>, kEarlierScores> earlier;  ///< the last, the one before it
};

/// By grade, in rising order. A year counts for a grade where at least `fewest` of its children
/// have a score of so many grades below in it; the latest two such years are taken.
std::vector<ScoreHistories> score_histories(const panel::Panel& panel, int year, int subject,
                                            int fewest);

}  // namespace homeroom::estimators
