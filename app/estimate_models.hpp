// Words of a column that are compared, as options name them.
#pragma once

#include <string>
#include <vector>

#include "analysis/estimators/model_comparison.hpp"
#include "app/estimate_table.hpp"

namespace homeroom::app {

/// The words of `option`, split at commas, each of them a word of `column`. Throws
/// std::invalid_argument, with the words that there are, where one never occurs.
std::vector<std::string> words_of(const std::string& option, const std::vector<std::string>& lists,
                                  const TableColumn& column);

/// Against the words of --reference. Throws as words_of does.
estimators::ModelComparison comparison_of(const EstimateOptions& options, const TableColumn& model);

/// The word of the comparison for each row.
std::vector<std::string> compared_words(const TableColumn& model,
                                        const estimators::ModelComparison& comparison);

/// "model: compared with traditional, pilot".
std::string about_reference(const EstimateOptions& options,
                            const estimators::ModelComparison& comparison);

/// Throws std::invalid_argument unless an option named as many columns as it must: the five of the
/// report's regression.
void refuse_not_five(const std::string& option, const std::vector<const TableColumn*>& columns);

}  // namespace homeroom::app
