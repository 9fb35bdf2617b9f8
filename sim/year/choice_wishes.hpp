// Whether a family takes part: in the district's choice, in separate lotteries, in examinations.
#pragma once

#include "sim/year/choice_families.hpp"

namespace homeroom::choice {

/// One question to many families: yes where the word falls below `share` of the logit's
/// probability.
class Question {
 public:
  explicit Question(std::uint8_t wish) : wish_(wish) {}

  void put(std::size_t family, float logit, float share, std::uint32_t word) {
    family_.push_back(static_cast<std::uint32_t>(family));
    logit_.push_back(logit);
    share_.push_back(share);
    word_.push_back(word);
  }
  /// Sets the question's bit for those who say yes.
  void answer(std::vector<std::uint8_t>& wishes) const;

 private:
  std::uint8_t wish_;
  std::vector<std::uint32_t> family_, word_;
  std::vector<float> logit_, share_;
};

/// What the families of some children are asked: the district's list, examinations, lotteries.
struct Questions {
  Question participate{wish::kDistrict}, exam{wish::kExam}, apply{wish::kLottery};
};

/// Dice of one child that decide about taking part.
struct WishWords {
  std::uint32_t participate, apply, exam;
};

class Wishes {
 public:
  Wishes(const World& world, const Law& law, const ChoiceParameters& nature,
         const SchoolsSeen& seen, bool founding);

  /// Asks `family`, that of the child in `row`, what concerns it; `seatless`: it must choose;
  /// `transfer`: it wants another school though its own goes on.
  void ask(std::size_t family, std::size_t row, bool seatless, bool transfer, WishWords words,
           Questions& questions) const;
  /// Whether children with a seat may leave it for an entry grade elsewhere.
  bool is_upward(int grade) const { return exam_entry_[grade] || lottery_entry_[grade]; }
  bool is_exam_grade(int grade) const { return exam_entry_[grade]; }
  /// Chance that a child of the school asks for another one.
  float transfer_hazard(std::size_t school) const { return transfer_[school]; }

 private:
  /// Log-odds of one wish; `trait` is engagement or score.
  struct Odds {
    float constant, information, low_income, trait;
  };

  float odds_to_participate(std::size_t row) const;
  float odds_to_apply(std::size_t row) const;
  float odds_to_sit_exam(std::size_t row) const;

  const World& world_;
  const ChoiceParameters& nature_;
  const SchoolsSeen& seen_;
  bool district_lists_;
  float outreach_;
  Odds participate_, apply_, exam_;
  std::array<bool, kGrades> exam_entry_{}, lottery_entry_{};
  std::array<float, kGrades> stirred_{};  ///< share of applying among children with a seat
  std::array<float, kGrades> supply_{};   ///< supply part of applying, by grade [logit]
  std::vector<float> transfer_;
};

/// How well the family knows its options, outreach included [0, 1].
inline float information_of(const World& world, const ChoiceParameters& nature, float outreach,
                            std::size_t row) {
  const float known = static_cast<float>(world.students.information[row]) * (1.0f / 255.0f);
  return known + outreach * static_cast<float>(nature.outreach_information) * (1.0f - known);
}

/// What an examination would find without error: the last scores, or the achievement itself of a
/// child without any [state SD].
float score_of(const Students& students, std::size_t row);

}  // namespace homeroom::choice
