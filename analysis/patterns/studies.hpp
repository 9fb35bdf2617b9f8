// What a study of named schools finds in a city's records, by the estimator of the publication that
// it stands for: one number, or NaN where the records do not show it.
#pragma once

#include <string>
#include <vector>

#include "analysis/panel/panel.hpp"

namespace homeroom::patterns {

/// Which estimator; the words of pattern files in this order.
enum class StudyKind {
  None,     ///< no study: a figure of the city
  Matched,  ///< virtual twins (CREDO): growth a year of the models' children, in mathematics
  Lottery,  ///< two-stage least squares by offers: a year attended, in mathematics
  Path,     ///< event study of schools that came under the models
  Fade,     ///< the same, its later years less half of the larger of its first two
  Signs,    ///< the report's regression: share of the models whose sign is as told
  Shift,    ///< value added less the report's regression, mean of the models [SD]
  Novices,  ///< share of the models' teachers who are in their first three years
};

struct Study {
  StudyKind kind = StudyKind::None;
  std::vector<std::string> models;   ///< that are studied
  std::vector<std::string> against;  ///< models that they are compared with
  /// Of the outcome. Paths: schools that came under the models in them, all if empty.
  std::vector<int> years;
  std::vector<int> since;  ///< of paths: years since the first, averaged
  std::string outcome;     ///< "growth" or "level" of paths; "growth" or "proficiency" of signs
  bool listed = false;     ///< controls of paths: schools that were once on the state's list
  std::vector<int> subjects = {kMath, kEla};  ///< of signs
  /// Of signs: "MODEL=SIGN", or "MODEL|MODEL=SIGN" of models that count as one; + or - whatever its
  /// error, 0 where it is not significant at .05.
  std::vector<std::string> signs;
};

double study_figure(const panel::Panel& panel, const Study& study);

// By kind of study; they throw std::invalid_argument where the records do not show it.
double event_figure(const panel::Panel& panel, const Study& study);
double report_figure(const panel::Panel& panel, const Study& study);

}  // namespace homeroom::patterns
