#include "sim/year/choice_cell.hpp"

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

void CellUtilities::face(const Candidates& candidates, std::size_t neighbourhood, int grade) {
  const std::size_t cell = home_cell(neighbourhood, grade);
  const std::uint32_t first = candidates.first[cell], past = candidates.first[cell + 1];
  begin_ = {0, candidates.exam[cell] - first, candidates.lottery[cell] - first,
            candidates.backfill[cell] - first, past - first};
  school_.assign(candidates.school.begin() + first, candidates.school.begin() + past);
  taste_.face(school_.data(), school_.size());
  part_.resize(school_.size());
  for (auto* column : {&shared_, &picture_, &distinct_, &bonus_}) column->resize(school_.size());
  group_.resize(school_.size());
  for (std::size_t part = 0; part < kParts; ++part) {
    for (std::size_t i = begin_[part]; i < begin_[part + 1]; ++i) {
      part_[i] = static_cast<std::uint8_t>(part);
      look_at(i, neighbourhood, grade);
    }
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

void CellUtilities::rank(const FamilyBatch& batch, Part from, Part to, std::size_t ranks) {
  const std::size_t first = begin_of(from), past = end_of(to);
  first_ranked_ = first;
  taste_.draw(utility_.dice(), utility_.world().year, batch.row.data(), batch.generation.data(),
              kLanes, first, past);
  result_.resize((past - first) * kLanes);
  for (std::size_t i = first; i < past; ++i) {
    const Seen school = {shared_[i], picture_[i], distinct_[i], bonus_[i]};
    write_utilities(school, group_[i].data(), batch, batch.asks[part_[i]].data(), taste_.of(i),
                    result_.data() + (i - first) * kLanes);
  }
  add_siblings(batch, first, past);
  best_.resize(ranks * kLanes);
  mechanism::top_choices_side_by_side(result_.data(), past - first, batch.floor.data(), ranks,
                                      best_.data());
}

void CellUtilities::add_siblings(const FamilyBatch& batch, std::size_t first, std::size_t past) {
  for (std::size_t lane = 0; lane < batch.count; ++lane) {
    if (batch.sibling[lane] == kNoSchool) continue;
    for (std::size_t i = first; i < past; ++i) {
      if (school_[i] != batch.sibling[lane]) continue;
      result_[(i - first) * kLanes + lane] += utility_.sibling_bonus();
    }
  }
}

}  // namespace homeroom::choice
