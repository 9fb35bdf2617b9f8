// The word for what a measure found, by the rule that its file fixed before anything was run.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/probes/replicates.hpp"

namespace homeroom::probes {

enum class Word { NoRule, Misleads, Holds, CannotTell };
std::string_view words_of(Word word);

/// Of a mean: misleads where the interval of its error lies wholly beyond `smallest` to one side,
/// holds where it lies wholly within.
Word word_of_error(const Told& error, double smallest);

/// Of a share of errors: misleads where its interval lies wholly above `most`, holds where it lies
/// up to it.
Word word_of_share(const Told& share, double most);

/// Of several measures: one that misleads is enough, and all that have a rule must hold.
Word word_of(const std::vector<Word>& words);

}  // namespace homeroom::probes
