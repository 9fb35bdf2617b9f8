#include "app/estimate_models.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>

#include "analysis/estimators/dummies.hpp"
#include "analysis/estimators/report_rows.hpp"
#include "app/estimate_vectors.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom::app {

std::vector<std::string> words_of(const std::string& option, const std::vector<std::string>& lists,
                                  const TableColumn& column) {
  const std::vector<std::string> known = estimators::levels_of(column.words);
  std::vector<std::string> words;
  for (const std::string& list : lists) {
    const bool whole = std::find(known.begin(), known.end(), list) != known.end();
    for (const std::string& word : whole ? std::vector<std::string>{list} : words_in({list})) {
      words.push_back(word);
    }
  }
  for (const std::string& word : words) {
    if (std::find(known.begin(), known.end(), word) != known.end()) continue;
    const std::string nearest = nearest_of(word, known);
    throw std::invalid_argument(fmt::format(
        "{} never is \"{}\", which {} names (allowed: {}){}", column.name, word, option,
        listed(known), nearest.empty() ? "" : fmt::format("; did you mean \"{}\"?", nearest)));
  }
  return words;
}

estimators::ModelComparison comparison_of(const EstimateOptions& options,
                                          const TableColumn& model) {
  estimators::ModelComparison comparison;
  comparison.reference = words_of("--reference", options.reference, model);
  return comparison;
}

std::vector<std::string> compared_words(const TableColumn& model,
                                        const estimators::ModelComparison& comparison) {
  std::vector<std::string> words;
  for (const std::string& word : model.words) {
    words.push_back(estimators::compared_word(word, comparison));
  }
  return words;
}

std::string about_reference(const EstimateOptions& options,
                            const estimators::ModelComparison& comparison) {
  return fmt::format("{}: compared with {}\n", options.model,
                     fmt::join(comparison.reference, ", "));
}

void refuse_not_five(const std::string& option, const std::vector<const TableColumn*>& columns) {
  if (columns.size() == estimators::kShares) return;
  throw std::invalid_argument(
      fmt::format("{} names {} column{} (allowed: five, of low income, English learners, special "
                  "education, Black, Hispanic; --outcome takes any)",
                  option, columns.size(), columns.size() == 1 ? "" : "s"));
}

}  // namespace homeroom::app
