#include "sim/year/choice_cell.hpp"

#include <algorithm>
#include <limits>

#include "sim/core/wide.hpp"

namespace homeroom::choice {
namespace {

constexpr std::size_t kLanes = FamilyBatch::kLanes;

/// One candidate as all lanes see it alike.
struct Seen {
  float shared, picture, distinct, bonus;
};

HOMEROOM_WIDE void write_utilities(const Seen& school, const float* __restrict own_group,
                                   const FamilyBatch& batch, const float* __restrict asks,
                                   const std::uint32_t* __restrict words,
                                   float* __restrict result) {
  float own[kLanes];
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    own[lane] = own_group[0];
    for (std::uint32_t g = 1; g < kGroups; ++g) {
      own[lane] = batch.group[lane] == g ? own_group[g] : own[lane];
    }
  }
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    result[lane] = utility_of(school.shared, batch.picture[lane], school.picture, batch.fit[lane],
                              school.distinct, own[lane], words[lane]) +
                   school.bonus + asks[lane];
  }
}

}  // namespace

void FamilyBatch::clear() {
  count = 0;
  floor.fill(std::numeric_limits<float>::infinity());
}

void FamilyBatch::add(const Families& families, std::size_t a_family, const Weights& weights,
                      float beats) {
  const std::size_t lane = count++;
  family[lane] = static_cast<std::uint32_t>(a_family);
  row[lane] = families.row[a_family];
  generation[lane] = families.generation[a_family];
  group[lane] = static_cast<std::uint32_t>(weights.group);
  picture[lane] = weights.picture;
  fit[lane] = weights.fit;
  sibling[lane] = families.sibling[a_family];
  floor[lane] = beats;
}

std::array<std::uint32_t, 3> CellUtilities::bounds(std::size_t neighbourhood, int grade) const {
  const std::size_t cell = home_cell(neighbourhood, grade);
  if (first_part_ == static_cast<std::size_t>(Part::District)) {
    return {candidates_.first[cell], candidates_.exam[cell], candidates_.lottery[cell]};
  }
  return {candidates_.lottery[cell], candidates_.backfill[cell], candidates_.first[cell + 1]};
}

bool CellUtilities::alike(std::size_t neighbourhood, int grade, int other) const {
  const auto a = bounds(neighbourhood, grade), b = bounds(neighbourhood, other);
  if (stage_of(grade) != stage_of(other) || a[1] - a[0] != b[1] - b[0]) return false;
  const auto* school = candidates_.school.data();
  return std::equal(school + a[0], school + a[2], school + b[0], school + b[2]);
}

void CellUtilities::face(std::size_t neighbourhood, int grade) {
  const auto [first, second, past] = bounds(neighbourhood, grade);
  school_.assign(candidates_.school.begin() + first, candidates_.school.begin() + past);
  taste_.face(school_.data(), school_.size());
  part_.resize(school_.size());
  for (auto* column : {&shared_, &picture_, &distinct_, &bonus_}) column->resize(school_.size());
  group_.resize(school_.size());
  for (std::size_t i = 0; i < school_.size(); ++i) {
    part_[i] = static_cast<std::uint8_t>(first_part_ + (i >= second - first));
    look_at(i, neighbourhood, grade);
  }
}

void CellUtilities::look_at(std::size_t candidate, std::size_t neighbourhood, int grade) {
  const SchoolsSeen& seen = utility_.seen();
  const std::size_t school = school_[candidate];
  shared_[candidate] = utility_.shared(neighbourhood, grade, school);
  picture_[candidate] = seen.picture[school];
  distinct_[candidate] = seen.distinct[school];
  // Who sits an admission examination or enters a lottery wants what it admits to.
  const bool asked_for = static_cast<Part>(part_[candidate]) != Part::District;
  bonus_[candidate] = asked_for ? utility_.applicant_taste() : 0.0f;
  for (std::size_t g = 0; g < kGroups; ++g) {
    group_[candidate][g] = utility_.own_group() * seen.group_share[g][school];
  }
}

void CellUtilities::rank(const FamilyBatch& batch, std::size_t ranks) {
  taste_.draw(utility_.dice(), utility_.world().year, batch.row.data(), batch.generation.data(),
              kLanes, 0, school_.size());
  result_.resize(school_.size() * kLanes);
  for (std::size_t i = 0; i < school_.size(); ++i) {
    const Seen school = {shared_[i], picture_[i], distinct_[i], bonus_[i]};
    write_utilities(school, group_[i].data(), batch, batch.asks[part_[i]].data(), taste_.of(i),
                    result_.data() + i * kLanes);
  }
  add_siblings(batch);
  best_.resize(ranks * kLanes);
  mechanism::top_choices_side_by_side(result_.data(), school_.size(), batch.floor.data(), ranks,
                                      best_.data());
}

void CellUtilities::add_siblings(const FamilyBatch& batch) {
  for (std::size_t lane = 0; lane < batch.count; ++lane) {
    if (batch.sibling[lane] == kNoSchool) continue;
    for (std::size_t i = 0; i < school_.size(); ++i) {
      if (school_[i] == batch.sibling[lane]) result_[i * kLanes + lane] += utility_.sibling_bonus();
    }
  }
}

}  // namespace homeroom::choice
