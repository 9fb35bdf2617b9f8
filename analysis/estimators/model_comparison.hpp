// Which schools are compared with which: by school model, or by a level that each model is given.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/panel/panel.hpp"

namespace homeroom::estimators {

struct ModelComparison {
  std::vector<std::string> reference;  ///< models with which the others are compared, together
  bool second_model = false;           ///< a school of double status counts under its second model
  bool selective = true;               ///< schools that admit by examination are among the schools
  /// Level of each model, in place of the models themselves; empty: by model. The reference has
  /// none.
  std::map<std::string, std::string> levels;
};

/// What a column of dummies calls the reference.
inline constexpr const char* kReference = "reference";

/// The word of each school of a year: its model or level, `kReference`, or empty where it does not
/// take part. Throws std::invalid_argument where a model has no level.
std::vector<std::string> compared_words(const panel::Schools& schools,
                                        const ModelComparison& comparison);

/// The word of one model. Throws as compared_words.
std::string compared_word(const std::string& model, const ModelComparison& comparison);

/// Throws std::invalid_argument where the words have no reference, or nothing but it.
void refuse_no_contrast(const std::vector<std::string>& words, const ModelComparison& comparison);

}  // namespace homeroom::estimators
