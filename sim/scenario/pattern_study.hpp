// What a band says of the study that finds its figure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/pattern_bands.hpp"

namespace homeroom {

/// Kinds of studies (analysis/patterns/studies.hpp), in the order of their enumeration.
inline const std::vector<std::string_view>& study_words() {
  static const std::vector<std::string_view> words = {"none", "matched", "lottery", "path",
                                                      "fade", "signs",   "shift",   "novices"};
  return words;
}

/// The words between spaces.
std::vector<std::string> words_of(const std::string& text);

/// Adds words of a study that its estimator could not read.
void add_study_faults(const PatternBand& band, const Spot& at, const std::string& prefix,
                      Faults& faults);

}  // namespace homeroom
