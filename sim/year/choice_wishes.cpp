#include "sim/year/choice_wishes.hpp"

#include "sim/core/arithmetic.hpp"
#include "sim/core/wide.hpp"

namespace homeroom::choice {
namespace {

HOMEROOM_WIDE void decide_each(const float* __restrict logit, const float* __restrict share,
                               const std::uint32_t* __restrict word, std::size_t count,
                               std::uint8_t* __restrict yes) {
  for (std::size_t i = 0; i < count; ++i) {
    yes[i] = open_unit(word[i]) * (1.0f + exp_of(-logit[i])) < share[i];
  }
}

}  // namespace

void Question::answer(std::vector<std::uint8_t>& wishes) const {
  std::vector<std::uint8_t> yes(asked_);
  decide_each(logit_.data(), share_.data(), word_.data(), yes.size(), yes.data());
  for (std::size_t i = 0; i < yes.size(); ++i) {
    if (yes[i]) wishes[family_[i]] |= wish_;
  }
}

float score_of(const Students& students, std::size_t row) {
  float sum = 0.0f;
  for (int m = 0; m < kSubjects; ++m) {
    const std::int16_t score = students.score[m][row];
    sum += score != kNoScore ? static_cast<float>(score) / kScorePoints
                             : students.baseline[m][row] + students.durable[m][row] +
                                   students.fleeting[m][row] + students.transient[m][row];
  }
  return sum / kSubjects;
}

Wishes::Wishes(const World& world, const Law& law, const ChoiceParameters& nature,
               const SchoolsSeen& seen, bool founding)
    : world_(world),
      nature_(nature),
      seen_(seen),
      district_lists_(law.choice.assignment != Assignment::Neighbourhood),
      outreach_(static_cast<float>(law.choice.outreach.in(world.year))),
      transfer_(world.schools.size()) {
  // Information counts from one half.
  participate_ = {static_cast<float>(nature.participate - 0.5 * nature.participate_information +
                                     nature.participate_outreach * outreach_),
                  static_cast<float>(nature.participate_information),
                  static_cast<float>(nature.participate_low_income), 0.0f};
  apply_ = {static_cast<float>(nature.apply - 0.5 * nature.apply_information -
                               nature.apply_low_income * nature.apply_low_income_at),
            static_cast<float>(nature.apply_information),
            static_cast<float>(nature.apply_low_income),
            static_cast<float>(nature.apply_engagement)};
  exam_ = {static_cast<float>(nature.exam_apply - 0.5 * nature.exam_apply_information),
           static_cast<float>(nature.exam_apply_information), 0.0f,
           static_cast<float>(nature.exam_apply_score)};
  PerGrade<double> all{}, own_lottery{}, entry_seats{};
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const SchoolId school{s};
    const double odds = nature.transfer - nature.transfer_climate * world.schools.climate[school];
    transfer_[s] = district_lists_ ? static_cast<float>(logistic(odds)) : 0.0f;
    for (int grade = 0; grade < kGrades; ++grade) {
      const int seats = seen.seats[cell_of(s, grade)];
      const bool entry = seats > 0 && (founding || is_entry(world, school, grade));
      all[grade] += seats;
      if (seen.gate[s] == Gate::Lottery) {
        own_lottery[grade] += seats;
        lottery_entry_[grade] |= entry;
        if (entry) entry_seats[grade] += seats;
      }
      if (seen.gate[s] == Gate::Examination) exam_entry_[grade] |= entry;
    }
  }
  for (int grade = 0; grade < kGrades; ++grade) {
    const double share = all[grade] > 0.0 ? own_lottery[grade] / all[grade] : 0.0;
    supply_[grade] = static_cast<float>(nature.apply_supply * (share - nature.apply_supply_at));
    // One new school does not make a whole city apply: children with a seat look elsewhere as far
    // as entry seats are on offer, in full where these are as many as in the city of reference.
    const double entry = all[grade] > 0.0 ? entry_seats[grade] / all[grade] : 0.0;
    stirred_[grade] =
        static_cast<float>(clamp_to(entry / clamp_to(nature.apply_supply_at, 0.01, 1.0), 0.0, 1.0));
  }
}

float Wishes::odds_to_participate(std::size_t row) const {
  const float known = static_cast<float>(world_.students.information[row]) * (1.0f / 255.0f);
  const float odds = participate_.constant + participate_.information * known;
  return world_.students.has(row, trait::kLowIncome) ? odds + participate_.low_income : odds;
}

float Wishes::odds_to_apply(std::size_t row) const {
  const Students& students = world_.students;
  const float odds = apply_.constant + supply_[students.grade[row]] +
                     apply_.information * information_of(world_, nature_, outreach_, row) +
                     apply_.trait * static_cast<float>(students.engagement[row]) * (1.0f / 32.0f);
  return students.has(row, trait::kLowIncome) ? odds + apply_.low_income : odds;
}

float Wishes::odds_to_sit_exam(std::size_t row) const {
  return exam_.constant + exam_.information * information_of(world_, nature_, outreach_, row) +
         exam_.trait * score_of(world_.students, row);
}

void Wishes::ask(std::size_t family, std::size_t row, bool seatless, bool transfer, WishWords words,
                 Questions& questions) const {
  const int grade = world_.students.grade[row];
  const Gate own = seatless ? Gate::Shut : seen_.gate[world_.students.school[row]];
  if (seatless && district_lists_) {
    questions.participate.put(family, odds_to_participate(row), 1.0f, words.participate);
  }
  if (exam_entry_[grade] && own != Gate::Examination) {
    questions.exam.put(family, odds_to_sit_exam(row), 1.0f, words.exam);
  }
  if (seatless || transfer || (lottery_entry_[grade] && own != Gate::Lottery)) {
    const float share = seatless || transfer ? 1.0f : stirred_[grade];
    questions.apply.put(family, odds_to_apply(row), share, words.apply);
  }
}

}  // namespace homeroom::choice
