#include "sim/year/choice_cell.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

#include "sim/chance/gumbel.hpp"
#include "sim/core/wide.hpp"

namespace homeroom::choice {
namespace {

constexpr std::size_t kLanes = FamilyBatch::kLanes;

/// What the bits of families mean, lane by lane: a wish or a kind tells nothing about the next
/// family's, so that branches would be guessed wrong.
HOMEROOM_WIDE void spread_bits(const std::uint32_t* __restrict kinds,
                               const std::uint32_t* __restrict wishes, float fit,
                               FamilyBatch& batch) {
  constexpr float kNever = -std::numeric_limits<float>::infinity();
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    batch.group[lane] = kinds[lane] & kind::kGroup;
    batch.special[lane] = kinds[lane] & kind::kSpecial;
    batch.fit[lane] = (kinds[lane] & kind::kLearner) != 0 ? fit : 0.0f;
  }
  // A child that is content with its school leaves it for an entry grade only.
  constexpr std::array<std::uint32_t, kParts> kAskedBy = {
      wish::kDistrict, wish::kExam, wish::kLottery, wish::kDistrict | wish::kSeatless};
  for (std::size_t part = 0; part < kParts; ++part) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      batch.asks[part][lane] = (wishes[lane] & kAskedBy[part]) != 0 ? 0.0f : kNever;
    }
  }
}

/// What the own group's share of each candidate is worth to each lane. In the vector types that g++
/// and clang share: compilers do not see that the own group's column can be chosen without
/// branches.
void write_own_groups(const GroupWorth* worth, std::size_t candidates, const std::uint32_t* groups,
                      float* result) {
  run_in_lanes([=](auto width) HOMEROOM_INLINE {
    constexpr std::size_t kSome = decltype(width)::kLanes;
    typedef float Floats __attribute__((vector_size(4 * kSome)));
    typedef std::uint32_t Words __attribute__((vector_size(4 * kSome)));
    for (std::size_t first = 0; first < kLanes; first += kSome) {
      Words group;
      std::memcpy(&group, groups + first, sizeof group);
      for (std::size_t i = 0; i < candidates; ++i) {
        Floats own = Floats{} + worth[i][0];
        for (std::uint32_t g = 1; g < kGroups; ++g) own = group == g ? Floats{} + worth[i][g] : own;
        std::memcpy(result + i * kLanes + first, &own, sizeof own);
      }
    }
  });
}

/// The exponentials behind the tastes for each candidate; their logarithms come with the sums. A
/// loop with both logarithms would wait for itself.
HOMEROOM_WIDE void draw_exponentials(const CandidateColumns& schools, std::size_t candidates,
                                     const std::uint32_t* __restrict words,
                                     float* __restrict result) {
  const std::uint32_t* const words_at = schools.words_at.data();
  for (std::size_t i = 0; i < candidates; ++i) {
    const std::uint32_t* const word = words + words_at[i];
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      result[i * kLanes + lane] = exponential_from(word[lane]);
    }
  }
}

/// Adds the rest; one pass over all candidates, so that one's logarithms overlap with the next's.
template <bool kSpecialDraws>
inline HOMEROOM_INLINE void add_rest(const CandidateColumns& schools, std::size_t candidates,
                                     const FamilyBatch& batch, const float* __restrict exponentials,
                                     float sibling_bonus, float* __restrict result) {
  for (std::size_t i = 0; i < candidates; ++i) {
    const float* const exponential = exponentials + i * kLanes;
    const float* const asks = batch.asks[schools.part[i]].data();
    float* const lanes = result + i * kLanes;
    const std::uint32_t school = schools.school[i];
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      float utility =
          utility_with(schools.shared[i], batch.picture[lane], schools.picture[i], batch.fit[lane],
                       schools.distinct[i], lanes[lane], gumbel_of(exponential[lane])) +
          schools.bonus[i] + asks[lane];
      utility = batch.sibling[lane] == school ? utility + sibling_bonus : utility;
      if constexpr (kSpecialDraws) {
        utility = batch.special[lane] != 0 ? utility + schools.special[i] : utility;
      }
      lanes[lane] = utility;
    }
  }
}

HOMEROOM_WIDE void add_utilities(const CandidateColumns& schools, std::size_t candidates,
                                 const FamilyBatch& batch, const float* __restrict exponentials,
                                 float sibling_bonus, bool special_draws,
                                 float* __restrict result) {
  if (special_draws) {
    add_rest<true>(schools, candidates, batch, exponentials, sibling_bonus, result);
  } else {
    add_rest<false>(schools, candidates, batch, exponentials, sibling_bonus, result);
  }
}

/// Counts what every lane lists, and names some candidate where lists have ended: where they end
/// tells nothing about the next one, so that whoever copies them need not ask.
HOMEROOM_WIDE void count_listed(std::size_t places, std::uint32_t* __restrict best,
                                std::uint32_t* __restrict listed) {
  for (std::size_t lane = 0; lane < kLanes; ++lane) listed[lane] = 0;
  for (std::size_t place = 0; place < places; ++place) {
    std::uint32_t* __restrict const here = best + place * kLanes;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const bool there = here[lane] != mechanism::kNoCandidate;
      listed[lane] += there;
      here[lane] = there ? here[lane] : 0;
    }
  }
}

}  // namespace

void CandidateColumns::resize(std::size_t candidates) {
  for (auto* column : {&shared, &picture, &distinct, &bonus, &special}) column->resize(candidates);
  part.resize(candidates);
  group.resize(candidates);
  for (auto* column : {&words_at, &school}) column->resize(candidates);
}

void FamilyBatch::read(const Families& families, float fit_of_learners,
                       const std::vector<float>& fallback, std::span<const std::uint32_t> some) {
  count = some.size();
  Lanes<std::uint32_t> kinds{}, wishes{};
  for (std::size_t lane = 0; lane < count; ++lane) {
    const std::size_t f = some[lane];
    family[lane] = some[lane];
    row[lane] = families.row[f];
    generation[lane] = families.generation[f];
    kinds[lane] = families.kind[f];
    wishes[lane] = families.wish[f];
    picture[lane] = families.picture[f];
    sibling[lane] = families.sibling[f];
    floor[lane] = fallback[f];
  }
  std::fill(floor.begin() + static_cast<std::ptrdiff_t>(count), floor.end(),
            std::numeric_limits<float>::infinity());
  spread_bits(kinds.data(), wishes.data(), fit_of_learners, *this);
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
  columns_.resize(school_.size());
  any_draws_ = false;
  taste_.face(school_.data(), school_.size(), columns_.words_at);
  for (std::size_t i = 0; i < school_.size(); ++i) {
    columns_.part[i] = static_cast<std::uint8_t>(first_part_ + (i >= second - first));
    look_at(i, neighbourhood, grade);
  }
}

void CellUtilities::look_at(std::size_t candidate, std::size_t neighbourhood, int grade) {
  const SchoolsSeen& seen = utility_.seen();
  const std::size_t school = school_[candidate];
  columns_.shared[candidate] = utility_.shared(neighbourhood, grade, school);
  columns_.picture[candidate] = seen.picture[school];
  columns_.distinct[candidate] = seen.distinct[school];
  columns_.school[candidate] = static_cast<std::uint32_t>(school);
  columns_.special[candidate] = seen.special_draw[school];
  any_draws_ = any_draws_ || seen.special_draw[school] != 0.0f;
  // Who sits an admission examination or enters a lottery wants what it admits to.
  const bool asked_for = static_cast<Part>(columns_.part[candidate]) != Part::District;
  columns_.bonus[candidate] = asked_for ? utility_.applicant_taste() : 0.0f;
  for (std::size_t g = 0; g < kGroups; ++g) {
    columns_.group[candidate][g] = utility_.own_group() * seen.group_share[g][school];
  }
}

void CellUtilities::rank(const FamilyBatch& batch, std::size_t ranks) {
  const std::size_t candidates = school_.size();
  static_assert(kLanes == TasteWords::kSideBySide);
  taste_.draw(utility_.dice(), utility_.world().year, batch.row.data(), batch.generation.data());
  result_.resize(candidates * kLanes);
  write_own_groups(columns_.group.data(), candidates, batch.group.data(), result_.data());
  exponential_.resize(candidates * kLanes);
  draw_exponentials(columns_, candidates, taste_.words(), exponential_.data());
  add_utilities(columns_, candidates, batch, exponential_.data(), utility_.sibling_bonus(),
                any_draws_, result_.data());
  best_.resize(ranks * kLanes);
  mechanism::top_choices_side_by_side(result_.data(), candidates, batch.floor.data(), ranks,
                                      best_.data());
  count_listed(ranks, best_.data(), listed_.data());
}

}  // namespace homeroom::choice
