// What a school is worth to a family, in units of the Gumbel taste.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/year/choice_candidates.hpp"

namespace homeroom::choice {

/// What a child's family weighs, the same for every school.
struct Weights {
  float picture, fit;
  std::size_t group;
};

class Utility {
 public:
  Utility(const World& world, const Law& law, const ChoiceParameters& nature, const Dice& dice,
          const Zones& zones, const SchoolsSeen& seen);

  Weights weights(const Families& families, std::size_t family) const;
  /// The part that families of one home cell share: distance, zone, published value added.
  float shared(std::size_t neighbourhood, int grade, std::size_t school) const;
  /// The utility of one school; the same number that `CellUtility` gives.
  float of(const Families& families, std::size_t family, std::size_t school) const;
  float own_group() const { return static_cast<float>(nature_.own_group); }
  float sibling_bonus() const { return static_cast<float>(nature_.sibling); }
  float incumbent_bonus() const { return static_cast<float>(nature_.incumbent); }

  const World& world() const { return world_; }
  const SchoolsSeen& seen() const { return seen_; }
  const Dice& dice() const { return dice_; }
  SchoolId zoned(std::size_t neighbourhood, int grade) const {
    return zones_[static_cast<std::size_t>(stage_of(grade))][neighbourhood];
  }

 private:
  const World& world_;
  const ChoiceParameters& nature_;
  const Dice& dice_;
  const Zones& zones_;
  const SchoolsSeen& seen_;
  float outreach_, published_;
  std::array<float, kStages> per_km_;
};

/// The candidates of one home cell as columns side by side, so that a family's utilities are one
/// loop without branches.
class CellUtility {
 public:
  explicit CellUtility(const Utility& utility) : utility_(utility) {}

  void face(const Candidates& candidates, std::size_t neighbourhood, int grade);
  /// Utilities of candidates [first, past) of the cell, counted from its first.
  const float* of(const Families& families, std::size_t family, std::size_t first,
                  std::size_t past);

 private:
  const Utility& utility_;
  std::size_t count_ = 0;
  std::vector<std::uint32_t> school_, words_;
  std::vector<float> shared_, picture_, distinct_, result_;
  std::array<std::vector<float>, kGroups> group_;
};

}  // namespace homeroom::choice
