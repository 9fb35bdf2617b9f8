// Whether a family takes part: in the district's choice, in separate lotteries, in examinations.
#pragma once

#include "sim/year/choice_families.hpp"

namespace homeroom::choice {

/// One question to many families: yes where the word falls below `share` of the logit's
/// probability.
class Question {
 public:
  /// For at most `families`.
  Question(std::uint8_t wish, std::size_t families)
      : wish_(wish), family_(families), word_(families), logit_(families), share_(families) {}

  void put(std::size_t family, float logit, float share, std::uint32_t word) {
    family_[asked_] = static_cast<std::uint32_t>(family);
    logit_[asked_] = logit;
    share_[asked_] = share;
    word_[asked_++] = word;
  }
  /// Sets the question's bit for those who say yes.
  void answer(std::vector<std::uint8_t>& wishes) const;

 private:
  std::uint8_t wish_;
  std::size_t asked_ = 0;
  std::vector<std::uint32_t> family_, word_;
  std::vector<float> logit_, share_;
};

/// What the families of some children are asked: the district's list, examinations, lotteries.
struct Questions {
  explicit Questions(std::size_t families)
      : participate(wish::kDistrict, families),
        exam(wish::kExam, families),
        apply(wish::kLottery, families) {}

  Question participate, exam, apply;
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
