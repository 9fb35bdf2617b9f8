#include "sim/year/mobility_movers.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <utility>

#include "sim/core/arithmetic.hpp"
#include "sim/core/buffer.hpp"
#include "sim/core/parallel.hpp"
#include "sim/core/wide.hpp"
#include "sim/year/child_dice.hpp"

namespace homeroom {
namespace {

/// The part of the hazard's logit that a school's children share.
std::vector<float> school_parts(const World& world, const Law& law,
                                const MobilityParameters& nature) {
  std::vector<float> part(world.schools.size());
  for (std::size_t s = 0; s < part.size(); ++s) {
    const SchoolId school{s};
    const SchoolModel& model = law.model(world.schools.model[school]);
    part[s] = static_cast<float>(nature.move - nature.climate * world.schools.climate[school] +
                                 model.attrition_weight.in(world.year));
  }
  return part;
}

/// What a rank adds to the logit, for every rank there can be.
std::array<float, 256> rank_parts(const MobilityParameters& nature) {
  std::array<float, 256> part{};
  part[1] = -static_cast<float>(nature.first_choice);
  part[kNoRank] = static_cast<float>(nature.not_chosen);
  return part;
}

class Hazard {
 public:
  Hazard(const World& world, const Law& law, const MobilityParameters& nature)
      : students_(world.students),
        school_(school_parts(world, law, nature)),
        rank_(rank_parts(nature)),
        low_income_(static_cast<float>(nature.low_income)),
        housing_(static_cast<float>(nature.housing)) {}

  /// Marks with 1 who of the rows [first, past) moves, by the rows' own words.
  void decide(std::size_t first, std::size_t past, const std::uint32_t* words,
              std::uint8_t* moves) const;

 private:
  const Students& students_;
  std::vector<float> school_;
  std::array<float, 256> rank_;
  float low_income_, housing_;
};

HOMEROOM_WIDE void Hazard::decide(std::size_t first, std::size_t past,
                                  const std::uint32_t* __restrict words,
                                  std::uint8_t* __restrict moves) const {
  const std::uint16_t* __restrict school = students_.school.data();
  const std::uint16_t* __restrict traits = students_.traits.data();
  const std::uint8_t* __restrict rank = students_.rank.data();
  const std::uint8_t* __restrict settled = students_.housing.data();
  const float* __restrict of_school = school_.data();
  const float* __restrict of_rank = rank_.data();
  const float low_income = low_income_, housing = housing_;
  for (std::size_t row = first; row < past; ++row) {
    float logit = of_school[school[row]];
    logit += (traits[row] & trait::kLowIncome) != 0 ? low_income : 0.0f;
    logit += of_rank[rank[row]];
    logit += housing * (0.5f - static_cast<float>(settled[row]) * (1.0f / 255.0f));
    moves[row - first] = open_unit(words[row - first]) * (1.0f + exp_of(-logit)) < 1.0f;
  }
}

/// Children with special needs who are urged to leave, whatever their families want: a share of
/// them by the model of their school.
class Counselling {
 public:
  Counselling(const World& world, const Law& law)
      : students_(world.students), share_(world.schools.size()) {
    for (std::size_t s = 0; s < share_.size(); ++s) {
      const SchoolModel& model = law.model(world.schools.model[SchoolId{s}]);
      share_[s] = static_cast<float>(model.counselling_out.in(world.year));
      any_ = any_ || share_[s] > 0.0f;
    }
  }
  bool any() const { return any_; }
  /// Marks with 1 who leaves beside those who are marked, and writes the word of its turn.
  void decide(std::size_t first, const ChildDice& urged, std::uint8_t* moves,
              std::uint32_t* turns) const {
    for (std::size_t i = 0; i < urged.size(); ++i) {
      const std::size_t row = first + i;
      const bool asked = moves[i] == 0 && students_.has(row, trait::kSpecial);
      if (!asked || open_unit(urged[i]) >= share_[students_.school[row]]) continue;
      moves[i] = 1;
      turns[i] = urged[i];
    }
  }

 private:
  const Students& students_;
  std::vector<float> share_;  ///< by school
  bool any_ = false;
};

/// The movers of some neighbouring rows, and how many there are of each grade.
struct MoversOfSlice {
  std::vector<Mover> mover;
  std::array<std::uint32_t, kGrades> count{};
};

Mover mover_of(const Students& students, std::size_t row, std::uint32_t word, std::size_t place) {
  return {static_cast<std::uint32_t>(row),
          students.generation(row),
          word,
          static_cast<std::uint32_t>(place),
          students.home[row],
          students.school[row],
          students.grade[row]};
}

/// Takes those who are marked, without a branch: a child's neighbours tell nothing about it.
MoversOfSlice take(const Students& students, std::size_t first, std::size_t past,
                   const std::uint8_t* moves, const std::uint32_t* turns) {
  Buffer<std::uint16_t> chosen(past - first);
  std::size_t count = 0;
  for (std::size_t i = 0; i < past - first; ++i) {
    chosen[count] = static_cast<std::uint16_t>(i);
    count += moves[i];
  }
  MoversOfSlice here;
  here.mover.resize(count);
  for (std::size_t at = 0; at < count; ++at) {
    const std::size_t i = chosen[at];
    here.mover[at] = mover_of(students, first + i, turns[i], at);
    ++here.count[here.mover[at].grade];
  }
  return here;
}

/// Puts the slices' movers together grade by grade, in the order of rows.
Movers by_grade(std::vector<MoversOfSlice>& slices) {
  Movers movers;
  // Where the movers of each slice and grade begin, and how many movers there are before it.
  std::vector<std::array<std::uint32_t, kGrades>> next(slices.size());
  std::vector<std::uint32_t> before(slices.size() + 1, 0);
  for (std::size_t grade = 0; grade < kGrades; ++grade) {
    std::uint32_t& past = movers.first[grade + 1] = movers.first[grade];
    for (std::size_t slice = 0; slice < slices.size(); ++slice) {
      next[slice][grade] = past;
      past += slices[slice].count[grade];
    }
  }
  for (std::size_t slice = 0; slice < slices.size(); ++slice) {
    before[slice + 1] = before[slice] + static_cast<std::uint32_t>(slices[slice].mover.size());
  }
  movers.mover.resize(movers.first[kGrades]);
  movers.by_row.resize(slices.size());
  for_each_index(slices.size(), [&](std::size_t slice) {
    for (Mover& mover : slices[slice].mover) {
      mover.place += before[slice];
      movers.mover[next[slice][mover.grade]++] = mover;
    }
    movers.by_row[slice] = std::move(slices[slice].mover);
  });
  return movers;
}

}  // namespace

Movers find_movers(const World& world, const Law& law, const MobilityParameters& nature,
                   const Dice& dice) {
  const Hazard hazard(world, law, nature);
  const Counselling counselling(world, law);
  std::vector<MoversOfSlice> slices(slices_of(world.students.size()));
  for_slices(world.students.size(), [&](std::size_t first, std::size_t past, std::size_t slice) {
    const ChildDice words(world, dice, Die::MidYearMove, first, past);
    const std::uint32_t* turns = words.words(Die::MidYearMove);
    Buffer<std::uint8_t> moves(past - first);
    hazard.decide(first, past, turns, moves.data());
    Buffer<std::uint32_t> turns_with_urged(counselling.any() ? past - first : 0);
    if (counselling.any()) {
      std::copy(turns, turns + (past - first), turns_with_urged.data());
      counselling.decide(first, ChildDice(world, dice, Die::CounselledOut, first, past),
                         moves.data(), turns_with_urged.data());
      turns = turns_with_urged.data();
    }
    slices[slice] = take(world.students, first, past, moves.data(), turns);
  });
  return by_grade(slices);
}

void Turns::put_in_order(std::span<const Mover> movers) {
  turns_.resize(movers.size());
  if (movers.empty()) return;
  // About as many drawers as movers, in the order of words; then whoever stands behind a neighbour
  // of a larger word changes places.
  std::uint32_t largest = 0;
  for (const Mover& mover : movers) largest = std::max(largest, mover.word);
  const int drawers = static_cast<int>(std::bit_width(movers.size()));
  const int shift = std::max(0, static_cast<int>(std::bit_width(largest)) - drawers);
  next_.assign((largest >> shift) + 2, 0);
  for (const Mover& mover : movers) ++next_[(mover.word >> shift) + 1];
  std::partial_sum(next_.begin(), next_.end(), next_.begin());
  for (const Mover& mover : movers) turns_[next_[mover.word >> shift]++] = mover;
  for (std::size_t turn = 1; turn < turns_.size(); ++turn) {
    if (turns_[turn - 1].word <= turns_[turn].word) continue;
    const Mover late = turns_[turn];
    std::size_t at = turn;
    for (; at > 0 && turns_[at - 1].word > late.word; --at) turns_[at] = turns_[at - 1];
    turns_[at] = late;
  }
}

}  // namespace homeroom
