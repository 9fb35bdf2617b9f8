// What the loop over children looks up, in flat columns: made once a year from schools and posts.
#pragma once

#include <array>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/year/learning_terms.hpp"

namespace homeroom::learning {

struct Lookup {
  std::vector<std::array<double, kTerms>> school;  ///< school-wide terms, mathematics
  PerSubject<std::vector<float>> common;           ///< by cell: school-wide terms, peers, anchor
  PerSubject<std::vector<float>> teacher;          ///< by post
  PerSubject<std::vector<float>> shock;            ///< by post: class shock
  PerSubject<std::vector<float>> class_size;       ///< by post: term of the class's size
  std::vector<int> pupils;                         ///< by post
  PerSubject<std::vector<float>> cohort;           ///< by cell: cohort shock
  PerSubject<std::vector<std::uint32_t>> first;    ///< by cell: its first post in the subject
  std::vector<float> peers;                        ///< by cell
  /// By school: fit term by kind of child, see `kind_of`.
  std::vector<std::array<float, 4>> fit;
};

/// 1 for the learner type whom distinct designs suit, and 2 for special needs.
inline std::size_t kind_of(std::uint16_t traits) {
  return static_cast<std::size_t>((traits & trait::kLearner) != 0) +
         2 * static_cast<std::size_t>((traits & trait::kSpecial) != 0);
}

/// Mean family baseline and number of children by cell.
struct CellMeans {
  std::vector<double> baseline;
  std::vector<int> children;
};

CellMeans mean_baselines(const World& world);

/// `correlation` is that of a class's or cohort's shocks in the two subjects.
Lookup look_up(const World& world, const Law& law, const LearningParameters& nature,
               double correlation, const Dice& dice, const CellMeans& means);

/// School-level terms in the subject against mathematics.
inline double subject_weight(const LearningParameters& nature, int subject) {
  return subject == kEla ? nature.ela_school : 1.0;
}

}  // namespace homeroom::learning
