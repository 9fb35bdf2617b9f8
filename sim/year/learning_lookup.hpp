// What the loop over children looks up, in flat tables: made once a year from schools and posts.
#pragma once

#include <array>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/year/learning_roll.hpp"
#include "sim/year/learning_terms.hpp"

namespace homeroom::learning {

/// What the children of a section share in one subject.
struct SectionTerms {
  float teacher = 0;            ///< growth from whoever teaches [SD/year]
  float others = 0;             ///< growth from school, peers, class size, and the anchor
  float cohort = 0, shock = 0;  ///< of the transient state: the grade's and the class's [SD]
};

struct Lookup {
  std::vector<std::array<double, kTerms>> school;  ///< school-wide terms, mathematics
  std::vector<PerSubject<SectionTerms>> section;   ///< see Roll
  PerSubject<std::vector<float>> class_size;       ///< by section: term of its size
  std::vector<float> peers;                        ///< by cell
  /// By school: fit term by kind of child, see `kind_of`.
  std::vector<std::array<float, 4>> fit;
};

/// 1 for the learner type whom distinct designs suit, and 2 for special needs.
inline std::size_t kind_of(std::uint16_t traits) {
  return static_cast<std::size_t>((traits & trait::kLearner) != 0) +
         2 * static_cast<std::size_t>((traits & trait::kSpecial) != 0);
}

/// `correlation` is that of a class's or cohort's shocks in the two subjects.
Lookup look_up(const World& world, const Law& law, const LearningParameters& nature,
               double correlation, const Dice& dice, const Roll& roll);

/// School-level terms in the subject against mathematics.
inline double subject_weight(const LearningParameters& nature, int subject) {
  return subject == kEla ? nature.ela_school : 1.0;
}

}  // namespace homeroom::learning
