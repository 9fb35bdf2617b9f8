// Growth without schools: an analyst's counterfactual, see CounterfactualLaw::equal_growth.
//
// Note. "Suppose no school were better than another. Would your study say so?"
//
// Every child of a grade gets, in each subject, the city's mean of each term over the children of
// that grade, moves, displacement and effort among them: what a child gains does not hang on its
// school, and the city's mean growth, term by term, stays what it was. Luck (the shocks of classes
// and cohorts, which pass) stays as it falls.
#pragma once

#include "sim/year/learning_lookup.hpp"

namespace homeroom {
struct LearningOutcome;
}

namespace homeroom::learning {

struct EqualGrowth {
  PerGrade<PerSubject<std::array<double, kTerms>>> term{};  ///< mean over the city's children
};

/// Means by grade and subject of what each child would have grown by.
EqualGrowth equal_growth(const World& world, const LearningParameters& nature, const Roll& roll,
                         const Lookup& lookup);

/// Lets every section of a grade grow its children as `equal` says; its shocks stay its own.
void equalise(const EqualGrowth& equal, const Roll& roll, Lookup& lookup);

/// As `record_terms`, of children who grew equally.
void record_equal_terms(const World& world, const Roll& roll, const EqualGrowth& equal,
                        LearningOutcome& outcome);

}  // namespace homeroom::learning
