// Whether a family takes part: in the district's choice, in separate lotteries, in examinations.
#pragma once

#include <algorithm>

#include "sim/core/buffer.hpp"
#include "sim/year/child_dice.hpp"
#include "sim/year/choice_families.hpp"

namespace homeroom::choice {

/// What decides whether families take part, child by child, as it is stored.
struct Motives {
  Buffer<std::uint8_t> known;  ///< information of the family's own
  Buffer<std::int8_t> engagement;
  Buffer<std::uint8_t> low_income;
  Buffer<float> supply;     ///< supply part of applying [logit]
  Buffer<float> elsewhere;  ///< share of applying among children who keep their seat
  explicit Motives(std::size_t children)
      : known(children),
        engagement(children),
        low_income(children),
        supply(children),
        elsewhere(children) {}
};

/// Children in grades that examination schools admit to: which of a slice's children, and the row.
struct ExamGrades {
  std::vector<std::uint32_t> index, row;
};

class Wishes {
 public:
  Wishes(const World& world, const Law& law, const ChoiceParameters& nature,
         const SchoolsSeen& seen, bool founding);

  /// Writes for the rows [first, past) `wish`: who must choose, and who wants another school though
  /// its own goes on; and with 1 `may`: these, and children of grades who may leave for an entry
  /// grade elsewhere. `words` are the rows' own.
  void look_at(std::size_t first, std::size_t past, const std::uint32_t* words, std::uint8_t* wish,
               std::uint8_t* may) const;
  /// Whether anyone may ask for a transfer; if not, the words of `look_at` are of no matter.
  bool has_transfers() const { return lists_ > 0.0f; }
  ExamGrades exam_grades(const std::vector<std::uint32_t>& rows) const;
  /// Adds to `wish` what the families of the children in `rows` file; `part` are their words.
  void ask(const std::vector<std::uint32_t>& rows, const ChildDice& part,
           std::vector<std::uint8_t>& wish) const;
  /// Adds who sits an examination; `exam` are the words of the children in `grades`.
  void ask_for_exams(const ExamGrades& grades, const ChildDice& exam,
                     std::vector<std::uint8_t>& wish) const;

 private:
  /// Log-odds of one wish; `trait` is engagement or score.
  struct Odds {
    float constant, information, low_income, trait;
  };

  /// The rows of tables by cell of school and grade; the last is that of children without school.
  std::size_t seat_of(std::size_t row) const {
    const std::uint16_t school = world_.students.school[row];
    // kNoSchool is above all schools.
    return std::min(cell_of(school, world_.students.grade[row]), hazard_.size() - 1);
  }
  void fill_tables(const SchoolsSeen& seen, const std::vector<float>& transfer);
  Motives motives_of(const std::vector<std::uint32_t>& rows) const;
  void ask_all(const Motives& motives, const ChildDice& part, std::uint8_t* wish) const;

  const World& world_;
  const ChoiceParameters& nature_;
  float outreach_;
  float lists_;                       ///< 1 if the district's choice has lists, else 0
  bool anything_to_ask_for_ = false;  ///< lists, or schools with lotteries of their own
  Odds participate_, apply_, exam_;
  std::array<bool, kGrades> exam_entry_{}, lottery_entry_{};
  std::array<float, kGrades> stirred_{};  ///< share of applying among children with a seat
  std::array<float, kGrades> supply_{};   ///< supply part of applying, by grade [logit]
  // By cell of school and grade, see seat_of.
  std::vector<float> hazard_;          ///< chance to ask for another school; 2: must choose
  std::vector<float> elsewhere_;       ///< share of applying to lotteries, for children with a seat
  std::vector<std::uint8_t> may_sit_;  ///< examinations
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
