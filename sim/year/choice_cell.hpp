// What the families of one home cell think of their candidates: sixteen families side by side, one
// candidate after the other, so that dice, utilities and ranks are loops without branches.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/mechanism/discrete_choice.hpp"
#include "sim/year/choice_utility.hpp"

namespace homeroom::choice {

/// Parts of a family's candidates, in the order in which `Candidates` keeps them.
enum class Part { District, Examination, Lottery, Backfill };
inline constexpr std::size_t kParts = 4;

/// Families who file the same kind of list, as columns; what stands in lanes beyond `count` is of
/// no matter.
struct FamilyBatch {
  static constexpr std::size_t kLanes = mechanism::kSideBySide;
  template <class Value>
  using Lanes = std::array<Value, kLanes>;
  std::size_t count = 0;
  Lanes<std::uint32_t> family{}, row{}, generation{}, group{}, sibling{};
  Lanes<std::uint32_t> special{};  ///< above 0: the child has special needs
  Lanes<float> picture{}, fit{};
  Lanes<float> floor{};  ///< what a school must beat to be listed
  /// By part: 0 for families who ask for such schools, -infinity for others.
  std::array<Lanes<float>, kParts> asks{};

  /// Reads up to kLanes families; `fit_of_learners` is what a distinct design is worth to them, and
  /// a school must beat what each has to fall back on.
  void read(const Families& families, float fit_of_learners, const std::vector<float>& fallback,
            std::span<const std::uint32_t> some);
};

/// By group: what a school's share of the group is worth to the group's families.
using GroupWorth = std::array<float, kGroups>;

/// What families see of their candidates alike, by candidate.
struct CandidateColumns {
  std::vector<float> shared, picture, distinct;
  std::vector<float> bonus;  ///< for those who ask for such schools
  std::vector<GroupWorth> group;
  std::vector<std::uint8_t> part;
  std::vector<std::uint32_t> words_at;  ///< where the words of its taste begin
  std::vector<std::uint32_t> school;
  std::vector<float> special;  ///< what draws special needs

  void resize(std::size_t candidates);
};

/// The candidates of two neighbouring parts, for families of one neighbourhood, as columns.
class CellUtilities {
 public:
  CellUtilities(const Utility& utility, const Candidates& candidates, Part first)
      : utility_(utility), candidates_(candidates), first_part_(static_cast<std::size_t>(first)) {}

  /// Whether families of both grades face the same schools at the same distance.
  bool alike(std::size_t neighbourhood, int grade, int other) const;
  /// Whether families of the cell face no schools at all.
  bool empty(std::size_t neighbourhood, int grade) const {
    const auto around = bounds(neighbourhood, grade);
    return around[0] == around[2];
  }
  void face(std::size_t neighbourhood, int grade);
  /// Ranks the candidates for the batch.
  void rank(const FamilyBatch& batch, std::size_t ranks);

  /// What `rank` found: the candidate at a place of the lane's list; some candidate beyond its end.
  std::size_t ranked(std::size_t place, std::size_t lane) const {
    return best_[place * FamilyBatch::kLanes + lane];
  }
  /// How many schools the lane lists.
  std::uint32_t listed(std::size_t lane) const { return listed_[lane]; }
  std::uint16_t school(std::size_t candidate) const { return school_[candidate]; }
  float utility(std::size_t candidate, std::size_t lane) const {
    return result_[candidate * FamilyBatch::kLanes + lane];
  }

 private:
  void look_at(std::size_t candidate, std::size_t neighbourhood, int grade);
  /// Schools of the first part, of both, in `Candidates::school`.
  std::array<std::uint32_t, 3> bounds(std::size_t neighbourhood, int grade) const;

  const Utility& utility_;
  const Candidates& candidates_;
  const std::size_t first_part_;
  TasteWords taste_;
  std::vector<std::uint16_t> school_;
  bool any_draws_ = false;  ///< a candidate draws special needs more or less than others
  CandidateColumns columns_;
  // By candidate and lane.
  std::vector<float> exponential_;  ///< behind the tastes
  std::vector<float> result_;       ///< utilities
  std::vector<std::uint32_t> best_;
  FamilyBatch::Lanes<std::uint32_t> listed_{};
};

}  // namespace homeroom::choice
