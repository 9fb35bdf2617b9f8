// The terms of a year's growth, in the order of its decomposition: the one list that learning
// fills, that records name their columns by, and that every test of the decomposition runs over.
#pragma once

#include <array>
#include <string_view>

namespace homeroom {

enum class Term {
  Teacher,
  Leadership,
  Program,
  Time,
  Resources,
  ClassSize,
  Climate,
  Effort,
  Fit,
  Peers,
  Disruption,
  Anchor
};

struct TermName {
  std::string_view word, meaning;
};

inline constexpr std::array kTermNames = {
    TermName{"teacher", "growth from teachers"},
    TermName{"leadership", "growth from the principal's leadership"},
    TermName{"program", "growth from the school's own program"},
    TermName{"time", "growth from extra hours"},
    TermName{"resources", "growth from spending beyond staff"},
    TermName{"class_size",
             "growth from classes smaller than the reference, or lost in larger ones"},
    TermName{"climate", "growth from climate"},
    TermName{"effort", "growth from effort: urgency and engagement"},
    TermName{"fit", "growth from the match of learners with a distinct design"},
    TermName{"peers", "growth from peers"},
    TermName{"disruption", "growth lost by moves, closures, starts and turnover"},
    TermName{"anchor", "growth's one constant per place, seed and replicate"}};

inline constexpr int kTerms = static_cast<int>(kTermNames.size());
static_assert(kTerms == static_cast<int>(Term::Anchor) + 1, "every term has a name, in its order");

}  // namespace homeroom
