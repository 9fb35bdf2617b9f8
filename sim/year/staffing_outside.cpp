#include "sim/year/staffing_outside.hpp"

#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/core/buffer.hpp"
#include "sim/core/parallel.hpp"
#include "sim/core/wide.hpp"

namespace homeroom {
namespace {

constexpr int kCareer = 50;  // nobody teaches longer

/// Chance to leave a school after a year taught with `experience` years before it, of a teacher who
/// is average in all else. Who leaves has become a year older before: see `age` and `exits`.
double hazard_after(const StaffingParameters& p, int experience, double school_logit) {
  const int years = experience + 1;
  const double late = clamp_to((years - p.late_from) / p.late_ramp, 0.0, 1.0);
  return logistic(p.exit_base + school_logit + (years <= p.early_years ? p.exit_early : 0.0) +
                  p.exit_late * late - p.exit_effect * (p.effect_mean + p.stock_advantage));
}

/// Years of experience, novices by word: whole ones are what counts.
inline float experience_of(std::uint32_t word, float novice, float mean) {
  const float uniform = open_unit(word);
  const float rest = (uniform - novice) / (1.0f - novice);
  const float years = 1.0f - mean * log_of(1.0f - rest * 0.999999f);
  return uniform < novice ? 0.0f : years < 35.0f ? years : 35.0f;
}

HOMEROOM_WIDE void experiences_from(const std::uint32_t* words, std::size_t count, float novice,
                                    float mean, float* years) {
  for (std::size_t i = 0; i < count; ++i) years[i] = experience_of(words[i], novice, mean);
}

/// What a person is made of: two standard normals.
struct Gifts {
  float shared, own;
};

PerSubject<float> effects_of(const Gifts& gifts, const StaffingParameters& p, double shift) {
  const double shared = gifts.shared, own = gifts.own;
  const double r = p.effect_correlation;
  PerSubject<float> effect;
  effect[kMath] = static_cast<float>(p.effect_mean + shift + p.effect_sd * shared);
  effect[kEla] = static_cast<float>(p.effect_mean_ela + shift * p.effect_sd_ela / p.effect_sd +
                                    p.effect_sd_ela * (r * shared + sqrt_of(1.0 - r * r) * own));
  return effect;
}

/// The block of Die::TeacherEffect for one person.
struct BirthWords {
  std::uint32_t effect, effect_ela, experience, fit;
};

BirthWords throw_words(const Dice& dice, std::uint64_t person) {
  return {dice.word(Die::TeacherEffect, 0, person), dice.word(Die::TeacherEffectEla, 0, person),
          dice.word(Die::TeacherExperience, 0, person), dice.word(Die::TeacherFit, 0, person)};
}

TeacherDraft draft_person(const BirthWords& words, const StaffingParameters& p,
                          std::uint64_t person, double shift) {
  TeacherDraft draft;
  draft.person = person;
  draft.effect = effects_of({normal_from(words.effect), normal_from(words.effect_ela)}, p, shift);
  draft.fit = normal_from(words.fit);
  return draft;
}

/// How much better or worse candidate `index` is for where it stands on the list.
double shift_at(std::uint32_t index, const StaffingParameters& nature, const CityFacts& city) {
  const double ordinary = std::max(1.0, city.supply_per_vacancy * city.ordinary_vacancies);
  const double further = std::max(0.0, (index + 1 - ordinary) / ordinary);
  return city.supply_quality - nature.supply_fall * further;
}

}  // namespace

std::uint8_t age_from(std::uint32_t word, const StaffingParameters& nature, int experience) {
  const double started = nature.first_age - nature.age_spread * log_of(open_unit(word));
  return static_cast<std::uint8_t>(std::min(started + experience, nature.last_age - 1.0));
}

TeacherDraft draw_outside_candidate(const Dice& dice, const StaffingParameters& nature,
                                    const CityFacts& city, int year, std::uint32_t index) {
  const std::uint64_t person = candidate_name(year, index);
  const BirthWords words = throw_words(dice, person);
  TeacherDraft draft = draft_person(words, nature, person, shift_at(index, nature, city));
  draft.experience = static_cast<std::uint8_t>(
      experience_of(words.experience, static_cast<float>(city.supply_novice_share),
                    static_cast<float>(nature.candidate_experience)));
  draft.age = age_from(dice.word(Die::CandidateAge, 0, person), nature, draft.experience);
  return draft;
}

std::vector<TeacherDraft> draft_candidates(const Dice& dice, const StaffingParameters& nature,
                                           const CityFacts& city, int year, std::uint32_t count) {
  std::vector<TeacherDraft> drafts(count);
  for_short_slices(count, [&](std::size_t first, std::size_t past) {
    const std::size_t here = past - first;
    Buffer<std::uint32_t> low(here), high(here), words(4 * here);
    for (std::size_t i = 0; i < here; ++i) {
      low[i] = static_cast<std::uint32_t>(first + i);
      high[i] = static_cast<std::uint32_t>(year);
    }
    std::uint32_t* const lanes[4] = {words.data(), words.data() + here, words.data() + 2 * here,
                                     words.data() + 3 * here};
    dice.block(Die::TeacherEffect, 0, low.data(), high.data(), 0, static_cast<int>(here), lanes);
    Buffer<float> normals(2 * here), years(here);
    normals_from(words.data(), static_cast<int>(2 * here), normals.data());
    experiences_from(lanes[2], here, static_cast<float>(city.supply_novice_share),
                     static_cast<float>(nature.candidate_experience), years.data());
    for (std::size_t i = 0; i < here; ++i) {
      const auto index = static_cast<std::uint32_t>(first + i);
      TeacherDraft& draft = drafts[index];
      draft.person = candidate_name(year, index);
      draft.effect =
          effects_of({normals[i], normals[here + i]}, nature, shift_at(index, nature, city));
      draft.experience = static_cast<std::uint8_t>(years[i]);
    }
  });
  return drafts;
}

StationaryCareer::StationaryCareer(const StaffingParameters& nature, double novice_share,
                                   double school_logit)
    : below_(kCareer), came_(kCareer) {
  // Hired at candidates' experience: `novice_share` at 0, the rest exponential from 1 on.
  const double step = exp_of(-1.0 / nature.candidate_experience);
  double hired = novice_share, hired_next = (1.0 - novice_share) * (1.0 - step);
  // Movers who find no other school of the city leave it.
  const double leaves = 1.0 - nature.move_share * nature.move_found;
  double staff = 0.0, kept = 1.0;  // with so many years; of those who began, who are still there
  double total = 0.0, leave_school = 0.0, leave_city = 0.0, came = 0.0;
  for (int x = 0; x < kCareer; ++x) {
    staff += hired;
    came += hired / kept;
    total += staff;
    below_[x] = total;
    came_[x] = came;
    const double hazard = hazard_after(nature, x, school_logit);
    leave_school += staff * (hazard + nature.displaced);
    leave_city += staff * hazard * leaves;
    staff *= 1.0 - hazard * leaves;
    kept *= 1.0 - hazard * leaves;
    hired = hired_next;
    hired_next *= step;
  }
  for (double& below : below_) below /= total;
  turnover_ = leave_school / total;
  attrition_ = leave_city / total;
}

int StationaryCareer::experience(double uniform) const {
  const auto at = std::upper_bound(below_.begin(), below_.end(), uniform);
  return static_cast<int>(std::min<std::ptrdiff_t>(at - below_.begin(), kCareer - 1));
}

int StationaryCareer::seniority(int experience, double uniform) const {
  const auto last = came_.begin() + experience;
  return experience -
         static_cast<int>(std::upper_bound(came_.begin(), last, uniform * *last) - came_.begin());
}

TeacherDraft draw_founding_teacher(const Dice& dice, const StaffingParameters& nature,
                                   const CityFacts& city, const StationaryCareer& career,
                                   std::uint32_t index) {
  const std::uint64_t person = candidate_name(0, index);
  const BirthWords words = throw_words(dice, person);
  TeacherDraft draft =
      draft_person(words, nature, person, city.supply_quality + nature.stock_advantage);
  draft.experience = static_cast<std::uint8_t>(career.experience(open_unit(words.experience)));
  draft.seniority = static_cast<std::uint8_t>(
      career.seniority(draft.experience, open_unit(dice.word(Die::TeacherSeniority, 0, person))));
  draft.age = age_from(dice.word(Die::CandidateAge, 0, person), nature, draft.experience);
  return draft;
}

TeacherId employ(World& world, const Law& law, const TeacherDraft& draft, std::size_t post) {
  Teachers& teachers = world.teachers;
  const TeacherId id = teachers.free_row(teachers.size());
  const std::size_t row = id.row();
  const SchoolId school{world.posts.school[post]};
  const SchoolModel& model = law.model(world.schools.model[school]);
  teachers.person[row] = draft.person;
  teachers.place[row] = TeacherPlace::School;
  teachers.school[row] = world.posts.school[post];
  teachers.grade[row] = world.posts.grade[post];
  teachers.post[row] = world.posts.post[post];
  for (int m = 0; m < kSubjects; ++m) teachers.effect[m][row] = draft.effect[m];
  teachers.experience[row] = draft.experience;
  // A new school's staff has not been in it longer than it exists.
  const int open_years = std::max(0, world.year - world.schools.opened[school]);
  teachers.years_here[row] =
      static_cast<std::uint8_t>(std::min<int>(draft.seniority, std::min(open_years, 255)));
  teachers.seniority[row] =
      model.employer == Employer::District ? draft.seniority : teachers.years_here[row];
  teachers.age[row] = draft.age;
  teachers.tenured[row] =
      model.tenure && teachers.seniority[row] >= law.staffing.tenure_years.in(world.year);
  teachers.employer[row] = model.employer;
  teachers.fit[row] = draft.fit;
  world.posts.teacher[post] = id;
  return id;
}

}  // namespace homeroom
