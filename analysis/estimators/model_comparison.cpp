#include "analysis/estimators/model_comparison.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>

namespace homeroom::estimators {

std::vector<std::string> compared_words(const panel::Schools& schools,
                                        const ModelComparison& comparison) {
  std::vector<std::string> words(schools.size());
  for (std::size_t s = 0; s < schools.size(); ++s) {
    if (!comparison.selective && schools.selective[s]) continue;
    const bool second = comparison.second_model && !schools.second_model[s].empty();
    const std::string& model = second ? schools.second_model[s] : schools.model[s];
    words[s] = compared_word(model, comparison);
  }
  return words;
}

std::string compared_word(const std::string& model, const ModelComparison& comparison) {
  const auto& reference = comparison.reference;
  if (std::find(reference.begin(), reference.end(), model) != reference.end()) return kReference;
  if (comparison.levels.empty()) return model;
  const auto level = comparison.levels.find(model);
  if (level == comparison.levels.end()) {
    throw std::invalid_argument(fmt::format("model {} has no level", model));
  }
  return level->second;
}

void refuse_no_contrast(const std::vector<std::string>& words, const ModelComparison& comparison) {
  const auto compared = std::count(words.begin(), words.end(), kReference);
  if (compared == 0) {
    throw std::invalid_argument(fmt::format("no school of the reference ({}) has an outcome",
                                            fmt::join(comparison.reference, ", ")));
  }
  if (compared == static_cast<std::ptrdiff_t>(words.size())) {
    throw std::invalid_argument("all schools with an outcome are of the reference");
  }
}

}  // namespace homeroom::estimators
