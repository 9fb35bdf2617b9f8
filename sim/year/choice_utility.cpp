#include "sim/year/choice_utility.hpp"

#include <limits>

#include "sim/core/wide.hpp"
#include "sim/year/choice_wishes.hpp"

namespace homeroom::choice {

Utility::Utility(const World& world, const Law& law, const ChoiceParameters& nature,
                 const Dice& dice, const Zones& zones, const SchoolsSeen& seen)
    : world_(world),
      nature_(nature),
      dice_(dice),
      zones_(zones),
      seen_(seen),
      outreach_(static_cast<float>(law.choice.outreach.in(world.year))),
      published_(static_cast<float>(nature.value_added *
                                    law.choice.published_value_added.in(world.year))) {
  const double borne = 1.0 - law.choice.transport.in(world.year);
  per_km_ = {static_cast<float>(nature.distance_elementary * borne),
             static_cast<float>(nature.distance_middle * borne),
             static_cast<float>(nature.distance_high * borne)};
}

Weights Utility::weights(const Families& families, std::size_t family) const {
  const std::size_t row = families.row[family];
  const Students& students = world_.students;
  const float baseline = 0.5f * (students.baseline[kMath][row] + students.baseline[kEla][row]);
  const float known = information_of(world_, nature_, outreach_, row);
  const float above = baseline - static_cast<float>(nature_.picture_baseline_at);
  return {static_cast<float>(nature_.picture_information) * known +
              static_cast<float>(nature_.picture_baseline) * above,
          students.has(row, trait::kLearner) ? static_cast<float>(nature_.fit) : 0.0f,
          static_cast<std::size_t>(students.group(row))};
}

float Utility::shared(std::size_t neighbourhood, int grade, std::size_t school) const {
  const float km = world_.distance(neighbourhood, SchoolId{school}) - seen_.reach[school];
  const float felt = km > 0.0f ? km : 0.0f;
  float utility = published_ * seen_.published[school] -
                  per_km_[static_cast<std::size_t>(stage_of(grade))] * felt;
  if (zoned(neighbourhood, grade) == SchoolId{school}) {
    utility += static_cast<float>(nature_.zoned);
  }
  return utility;
}

namespace {

inline float utility_of(float shared, const Weights& weights, float picture, float distinct,
                        float own_group, std::uint32_t word) {
  return ((shared + weights.picture * picture) + (weights.fit * distinct + own_group)) +
         gumbel_from(word);
}

/// Whole vectors only, see kSideBySide.
HOMEROOM_WIDE void write_utilities(std::size_t count, const Weights& weights,
                                   const float* __restrict shared, const float* __restrict picture,
                                   const float* __restrict distinct,
                                   const float* __restrict own_group,
                                   const std::uint32_t* __restrict words,
                                   float* __restrict result) {
  const Weights weight = weights;
  for (std::size_t first = 0; first < count; first += kSideBySide) {
    for (std::size_t i = first; i < first + kSideBySide; ++i) {
      result[i] = utility_of(shared[i], weight, picture[i], distinct[i], own_group[i], words[i]);
    }
  }
}

}  // namespace

float Utility::of(const Families& families, std::size_t family, std::size_t school,
                  std::uint32_t word) const {
  const Weights weight = weights(families, family);
  const std::size_t home = families.home[family];
  float utility = utility_of(shared(home, families.grade[family], school), weight,
                             seen_.picture[school], seen_.distinct[school],
                             own_group() * seen_.group_share[weight.group][school], word);
  if (families.sibling[family] == school) utility += sibling_bonus();
  return utility;
}

void CellUtility::face(const Candidates& candidates, std::size_t neighbourhood, int grade) {
  const std::size_t cell = home_cell(neighbourhood, grade);
  const std::array<std::size_t, kParts + 1> from = {
      candidates.first[cell], candidates.exam[cell], candidates.lottery[cell],
      candidates.backfill[cell], candidates.first[cell + 1]};
  school_.clear();
  for (std::size_t p = 0; p < kParts; ++p) {
    const std::uint16_t* schools = candidates.school.data() + from[p];
    const std::size_t count = from[p + 1] - from[p];
    first_[p] = school_.size();
    taste_[p].face(schools, count);
    school_.insert(school_.end(), schools, schools + count);
    school_.resize((school_.size() + kSideBySide - 1) / kSideBySide * kSideBySide, kNoSchool);
  }
  first_.back() = school_.size();
  words_.resize(school_.size());
  for (auto* column : {&shared_, &picture_, &distinct_, &result_}) column->resize(school_.size());
  for (auto& column : group_) column.resize(school_.size());
  for (std::size_t i = 0; i < school_.size(); ++i) look_at(i, neighbourhood, grade);
}

void CellUtility::look_at(std::size_t candidate, std::size_t neighbourhood, int grade) {
  const SchoolsSeen& seen = utility_.seen();
  const std::size_t school = school_[candidate];
  const bool any = school != kNoSchool;
  shared_[candidate] =
      any ? utility_.shared(neighbourhood, grade, school) : -std::numeric_limits<float>::infinity();
  picture_[candidate] = any ? seen.picture[school] : 0.0f;
  distinct_[candidate] = any ? seen.distinct[school] : 0.0f;
  for (std::size_t g = 0; g < kGroups; ++g) {
    group_[g][candidate] = any ? utility_.own_group() * seen.group_share[g][school] : 0.0f;
  }
}

void CellUtility::value(const Families& families, std::size_t family, const Weights& weight,
                        Part part) {
  const std::size_t from = first(part), to = past(part);
  if (from == to) return;
  taste_[static_cast<std::size_t>(part)].draw(utility_.dice(), utility_.world().year,
                                              families.who(family), words_.data() + from);
  write_utilities(to - from, weight, shared_.data() + from, picture_.data() + from,
                  distinct_.data() + from, group_[weight.group].data() + from, words_.data() + from,
                  result_.data() + from);
  // Who sits an admission examination wants what it admits to, as who applies to a lottery does.
  if (part == Part::Examination) {
    for (std::size_t j = from; j < to; ++j) result_[j] += utility_.applicant_taste();
  }
  add_sibling(families, family, part);
}

void CellUtility::add_sibling(const Families& families, std::size_t family, Part part) {
  const std::uint16_t sibling = families.sibling[family];
  if (sibling == kNoSchool) return;
  for (std::size_t i = first(part); i < past(part); ++i) {
    if (school_[i] == sibling) result_[i] += utility_.sibling_bonus();
  }
}

}  // namespace homeroom::choice
