#include "sim/year/choice_wishes.hpp"

#include "sim/core/arithmetic.hpp"
#include "sim/core/wide.hpp"

namespace homeroom::choice {
namespace {

/// Above every chance: a child without a seat that it could keep.
constexpr float kMustChoose = 2.0f;

/// Yes with the probability that belongs to the logit, in a share of cases.
inline bool says_yes(std::uint32_t word, float logit, float share) {
  return open_unit(word) * (1.0f + exp_of(-logit)) < share;
}

HOMEROOM_WIDE void say_yes(const std::uint32_t* __restrict words, const float* __restrict logit,
                           std::size_t count, std::uint8_t* __restrict yes) {
  for (std::size_t i = 0; i < count; ++i) yes[i] = says_yes(words[i], logit[i], 1.0f);
}

}  // namespace

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
      outreach_(static_cast<float>(law.choice.outreach.in(world.year))),
      lists_(law.choice.assignment != Assignment::Neighbourhood ? 1.0f : 0.0f) {
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
  std::vector<float> transfer(world.schools.size());
  PerGrade<double> all{}, own_lottery{}, entry_seats{};
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const SchoolId school{s};
    const double odds = nature.transfer - nature.transfer_climate * world.schools.climate[school];
    transfer[s] = lists_ > 0.0f ? static_cast<float>(logistic(odds)) : 0.0f;
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
  anything_to_ask_for_ = lists_ > 0.0f;
  for (int grade = 0; grade < kGrades; ++grade) {
    anything_to_ask_for_ |= own_lottery[grade] > 0.0;
    const double share = all[grade] > 0.0 ? own_lottery[grade] / all[grade] : 0.0;
    supply_[grade] = static_cast<float>(nature.apply_supply * (share - nature.apply_supply_at));
    // One new school does not make a whole city apply: children with a seat look elsewhere as far
    // as entry seats are on offer, in full where these are as many as in the city of reference.
    const double entry = all[grade] > 0.0 ? entry_seats[grade] / all[grade] : 0.0;
    stirred_[grade] =
        static_cast<float>(clamp_to(entry / clamp_to(nature.apply_supply_at, 0.01, 1.0), 0.0, 1.0));
  }
  fill_tables(seen, transfer);
}

void Wishes::fill_tables(const SchoolsSeen& seen, const std::vector<float>& transfer) {
  const std::size_t cells = seen.seats.size();
  hazard_.assign(cells + 1, kMustChoose);
  elsewhere_.assign(cells + 1, 0.0f);
  may_sit_.assign(cells + 1, 0);
  for (std::size_t s = 0; s < transfer.size(); ++s) {
    for (int grade = 0; grade < kGrades; ++grade) {
      const std::size_t cell = cell_of(s, grade);
      const bool placed = seen.gate[s] == Gate::Placement;
      if (seen.seats[cell] > 0) hazard_[cell] = placed ? 0.0f : transfer[s];
      const bool seatless = seen.seats[cell] <= 0;
      const bool stays = placed && !seatless;
      may_sit_[cell] =
          exam_entry_[grade] && !stays && (seatless || seen.gate[s] != Gate::Examination);
      const bool leaves = lottery_entry_[grade] && !stays && seen.gate[s] != Gate::Lottery;
      elsewhere_[cell] = leaves ? stirred_[grade] : 0.0f;
    }
  }
}

HOMEROOM_WIDE void Wishes::look_at(std::size_t first, std::size_t past,
                                   const std::uint32_t* __restrict words,
                                   std::uint8_t* __restrict wish,
                                   std::uint8_t* __restrict may) const {
  const std::uint16_t* __restrict school = world_.students.school.data() + first;
  const std::uint8_t* __restrict grade = world_.students.grade.data() + first;
  const float* __restrict hazard = hazard_.data();
  const auto none = static_cast<std::uint32_t>(hazard_.size() - 1);
  std::uint32_t upward = 0;
  for (std::uint32_t g = 0; g < kGrades; ++g) {
    upward |= static_cast<std::uint32_t>(exam_entry_[g] || lottery_entry_[g]) << g;
  }
  for (std::size_t i = 0; i < past - first; ++i) {
    // kNoSchool is above all schools.
    const std::uint32_t cell = std::uint32_t{school[i]} * kGrades + grade[i];
    const float h = hazard[cell < none ? cell : none];
    const std::uint32_t must = h == kMustChoose;
    const std::uint32_t leaves = open_unit(words[i]) < h;
    wish[i] = static_cast<std::uint8_t>(must * wish::kSeatless + (leaves - must) * wish::kDistrict);
    may[i] = static_cast<std::uint8_t>(leaves | (upward >> grade[i] & 1u));
  }
}

// Gathers without branches: which of its neighbours takes part tells nothing about a family.
Motives Wishes::motives_of(const std::vector<std::uint32_t>& rows) const {
  Motives motives(rows.size());
  // Columns are named once: one of bytes might be anything, for all that the compiler knows.
  const std::uint8_t* const information = world_.students.information.data();
  const std::int8_t* const engaged = world_.students.engagement.data();
  const std::uint16_t* const traits = world_.students.traits.data();
  const std::uint16_t* const school = world_.students.school.data();
  const std::uint8_t* const grade = world_.students.grade.data();
  const float* const of_seat = elsewhere_.data();
  const std::size_t none = elsewhere_.size() - 1;  // kNoSchool is above all schools
  std::uint8_t* __restrict const known = motives.known.data();
  std::int8_t* __restrict const engagement = motives.engagement.data();
  std::uint8_t* __restrict const low_income = motives.low_income.data();
  float* __restrict const supply = motives.supply.data();
  float* __restrict const elsewhere = motives.elsewhere.data();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::uint32_t row = rows[i];
    known[i] = information[row];
    engagement[i] = engaged[row];
    low_income[i] = (traits[row] & trait::kLowIncome) != 0;
    supply[i] = supply_[grade[row]];
    elsewhere[i] = of_seat[std::min(cell_of(school[row], grade[row]), none)];
  }
  return motives;
}

HOMEROOM_WIDE void Wishes::ask_all(const Motives& motives, const ChildDice& part,
                                   std::uint8_t* __restrict wish) const {
  const std::uint8_t* __restrict known = motives.known.data();
  const std::int8_t* __restrict engagement = motives.engagement.data();
  const std::uint8_t* __restrict low_income = motives.low_income.data();
  const float* __restrict supply = motives.supply.data();
  const float* __restrict elsewhere = motives.elsewhere.data();
  const std::uint32_t* __restrict list_words = part.words(Die::Participate);
  const std::uint32_t* __restrict apply_words = part.words(Die::SeparateApply);
  const float lists_for_seatless = lists_;
  const Odds list = participate_, apply = apply_;
  const float reached = outreach_ * static_cast<float>(nature_.outreach_information);
  for (std::size_t i = 0; i < motives.known.size(); ++i) {
    const float own = static_cast<float>(known[i]) * (1.0f / 255.0f);
    const float informed = own + reached * (1.0f - own);
    const bool low = low_income[i] != 0;
    const float to_list = list.constant + list.information * own + (low ? list.low_income : 0.0f);
    const float to_apply = apply.constant + supply[i] + apply.information * informed +
                           apply.trait * static_cast<float>(engagement[i]) * (1.0f / 32.0f) +
                           (low ? apply.low_income : 0.0f);
    // Who may say yes, and in what share of cases.
    const float may_list = (wish[i] & wish::kSeatless) != 0 ? lists_for_seatless : 0.0f;
    const float may_apply = wish[i] != 0 ? 1.0f : elsewhere[i];
    const bool lists = says_yes(list_words[i], to_list, may_list);
    const bool applies = says_yes(apply_words[i], to_apply, may_apply);
    wish[i] = static_cast<std::uint8_t>(wish[i] | (lists ? wish::kDistrict : 0) |
                                        (applies ? wish::kLottery : 0));
  }
}

void Wishes::ask(const std::vector<std::uint32_t>& rows, const ChildDice& part,
                 std::vector<std::uint8_t>& wish) const {
  if (!anything_to_ask_for_) return;
  ask_all(motives_of(rows), part, wish.data());
}

ExamGrades Wishes::exam_grades(const std::vector<std::uint32_t>& rows) const {
  ExamGrades grades;
  for (auto* column : {&grades.index, &grades.row}) column->resize(rows.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    grades.index[count] = static_cast<std::uint32_t>(i);
    grades.row[count] = rows[i];
    count += exam_entry_[world_.students.grade[rows[i]]];
  }
  for (auto* column : {&grades.index, &grades.row}) column->resize(count);
  return grades;
}

void Wishes::ask_for_exams(const ExamGrades& grades, const ChildDice& exam,
                           std::vector<std::uint8_t>& wish) const {
  Buffer<std::uint32_t> asked(exam.size()), drawn(exam.size());
  Buffer<float> logit(exam.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < exam.size(); ++i) {
    const std::uint32_t row = grades.row[i];
    asked[count] = grades.index[i];
    drawn[count] = exam[i];
    logit[count] = exam_.constant +
                   exam_.information * information_of(world_, nature_, outreach_, row) +
                   exam_.trait * score_of(world_.students, row);
    const bool seatless = (wish[grades.index[i]] & wish::kSeatless) != 0;
    count += (may_sit_[seat_of(row)] != 0) | seatless;
  }
  Buffer<std::uint8_t> sits(count);
  say_yes(drawn.data(), logit.data(), count, sits.data());
  for (std::size_t i = 0; i < count; ++i) {
    wish[asked[i]] = static_cast<std::uint8_t>(wish[asked[i]] | sits[i] * wish::kExam);
  }
}

}  // namespace homeroom::choice
