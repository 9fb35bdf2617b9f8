#include "sim/year/learning_lookup.hpp"

#include <algorithm>
#include <numeric>

#include "sim/core/arithmetic.hpp"
#include "sim/core/parallel.hpp"
#include "sim/world/rights.hpp"
#include "sim/world/staff.hpp"

namespace homeroom::learning {
namespace {

/// Standard normals of a shock in both subjects, which are two dice of one block.
class Shocks {
 public:
  Shocks(const Dice& dice, double correlation, Die math, int year,
         const std::vector<std::uint32_t>& cell, const std::vector<std::uint32_t>& alternative)
      : count_(cell.size()),
        shared_(correlation),
        own_(sqrt_of(1.0 - correlation * correlation)),
        normals_(2 * count_) {
    const std::vector<std::uint32_t> high(count_, 0);
    std::vector<std::uint32_t> words(4 * count_);
    std::uint32_t* const lanes[4] = {words.data(), words.data() + count_, words.data() + 2 * count_,
                                     words.data() + 3 * count_};
    dice.block_of_each(math, year, cell.data(), high.data(), alternative.data(),
                       static_cast<int>(count_), lanes);
    const std::uint32_t* const two_lanes =
        words.data() + static_cast<std::uint32_t>(math) % 4 * count_;
    normals_from(two_lanes, static_cast<int>(normals_.size()), normals_.data());
  }
  double of(int subject, std::size_t i) const {
    const double math = normals_[i];
    return subject == kMath ? math : shared_ * math + own_ * normals_[count_ + i];
  }

 private:
  std::size_t count_;
  double shared_, own_;
  std::vector<float> normals_;
};

/// Looks up what concerns some neighbouring schools.
class SomeSchools {
 public:
  SomeSchools(const World& world, const LearningParameters& nature, const Roll& roll,
              std::size_t first, std::size_t past, Lookup& lookup)
      : world_(world),
        nature_(nature),
        roll_(roll),
        cell_(cell_of(first, 0)),
        past_cell_(cell_of(past, 0)),
        first_school_(first),
        past_school_(past),
        lookup_(lookup) {}

  void look_up_schools(const Law& law, const std::vector<double>& placed) const;
  void look_up_sections(double correlation, const Dice& dice) const;
  void look_up_cells(double correlation, const Dice& dice) const;

 private:
  Shocks class_shocks(double correlation, const Dice& dice) const;
  Shocks cohort_shocks(double correlation, const Dice& dice) const;
  /// Who teaches a section: nobody where its cell has no posts.
  TeacherId teacher_of(std::size_t cell, std::uint32_t section, int subject) const;

  const World& world_;
  const LearningParameters& nature_;
  const Roll& roll_;
  std::size_t cell_, past_cell_, first_school_, past_school_;
  Lookup& lookup_;
};

void SomeSchools::look_up_schools(const Law& law, const std::vector<double>& placed) const {
  const Schools& schools = world_.schools;
  for (std::size_t s = first_school_; s < past_school_; ++s) {
    const SchoolId school{s};
    if (!schools.is_open(school)) continue;
    lookup_.school[s] = school_terms(world_, law, nature_, school, placed[s]);
    const double used = schools.used[school][static_cast<int>(Autonomy::LearningModel)];
    const double distinct = schools.distinctness[school];
    const auto suited = static_cast<float>(fit_term(nature_, used, distinct, true));
    const auto unsuited = static_cast<float>(fit_term(nature_, used, distinct, false));
    const double own = taken_up(schools, school, Right::X2);
    const auto special =
        static_cast<float>(special_term(nature_, own, schools.design_quality[school]));
    lookup_.fit[s] = {unsuited, suited, unsuited + special, suited + special};
  }
}

Shocks SomeSchools::class_shocks(double correlation, const Dice& dice) const {
  const std::size_t first = roll_.first[cell_], count = roll_.first[past_cell_] - first;
  std::vector<std::uint32_t> cell(count), section(count);
  for (std::size_t c = cell_; c < past_cell_; ++c) {
    for (std::uint32_t at = roll_.first[c]; at < roll_.first[c + 1]; ++at) {
      cell[at - first] = static_cast<std::uint32_t>(c);
      section[at - first] = at - roll_.first[c];
    }
  }
  return Shocks(dice, correlation, Die::ClassYear, world_.year, cell, section);
}

TeacherId SomeSchools::teacher_of(std::size_t cell, std::uint32_t section, int subject) const {
  const Posts& posts = world_.posts;
  const int sections = sections_in(posts, cell);
  if (sections == 0) return TeacherId{};
  const std::uint32_t first = posts.first[cell];
  // The ELA posts of a cell stand behind those of mathematics, where they are not the same.
  const bool behind = subject == kEla && posts.post[first] != Post::Both;
  return posts.teacher[first + section + (behind ? static_cast<std::uint32_t>(sections) : 0u)];
}

void SomeSchools::look_up_sections(double correlation, const Dice& dice) const {
  const Shocks shocks = class_shocks(correlation, dice);
  for (std::size_t cell = cell_; cell < past_cell_; ++cell) {
    const bool taught = sections_in(world_.posts, cell) > 0;
    const int grade = static_cast<int>(cell % kGrades);
    for (std::uint32_t at = roll_.first[cell]; at < roll_.first[cell + 1]; ++at) {
      for (int m = 0; m < kSubjects; ++m) {
        SectionTerms& section = lookup_.section[at][m];
        const TeacherId teacher = teacher_of(cell, at - roll_.first[cell], m);
        section.teacher = static_cast<float>(teacher_term(world_, nature_, teacher, m));
        // Without a post it counts as one of the reference size and has no shock of its own.
        if (!taught) continue;
        const double shock = shocks.of(m, at - roll_.first[cell_]);
        section.shock = static_cast<float>(nature_.class_shock * shock);
        lookup_.class_size[m][at] =
            static_cast<float>(class_size_term(nature_, roll_.pupils[at], grade, m));
      }
    }
  }
}

Shocks SomeSchools::cohort_shocks(double correlation, const Dice& dice) const {
  std::vector<std::uint32_t> cell(past_cell_ - cell_);
  std::iota(cell.begin(), cell.end(), static_cast<std::uint32_t>(cell_));
  return Shocks(dice, correlation, Die::SchoolCohort, world_.year, cell,
                std::vector<std::uint32_t>(cell.size(), 0));
}

void SomeSchools::look_up_cells(double correlation, const Dice& dice) const {
  const Shocks shocks = cohort_shocks(correlation, dice);
  for (std::size_t cell = cell_; cell < past_cell_; ++cell) {
    if (roll_.children[cell] == 0) continue;
    double shared = 0.0;
    for (double term : lookup_.school[cell / kGrades]) shared += term;
    const double peers = peers_term(nature_, roll_.baseline[cell]);
    lookup_.peers[cell] = static_cast<float>(peers);
    for (int m = 0; m < kSubjects; ++m) {
      const auto common =
          static_cast<float>(subject_weight(nature_, m) * (shared + peers) + world_.anchor[m]);
      const auto cohort = static_cast<float>(nature_.cohort_shock * shocks.of(m, cell - cell_));
      for (std::uint32_t at = roll_.first[cell]; at < roll_.first[cell + 1]; ++at) {
        lookup_.section[at][m].others = common + lookup_.class_size[m][at];
        lookup_.section[at][m].cohort = cohort;
      }
    }
  }
}

}  // namespace

Lookup look_up(const World& world, const Law& law, const LearningParameters& nature,
               double correlation, const Dice& dice, const Roll& roll) {
  const std::size_t schools = world.schools.size();
  Lookup lookup;
  lookup.school.resize(schools);
  lookup.fit.resize(schools);
  lookup.section.resize(roll.pupils.size());
  for (std::vector<float>& term : lookup.class_size) term.assign(roll.pupils.size(), 0.0f);
  lookup.peers.assign(roll.children.size(), 0.0f);
  const std::vector<double> placed = placed_shares(world.teachers, schools);
  constexpr std::size_t kTogether = 16;
  for_each_index((schools + kTogether - 1) / kTogether, [&](std::size_t part) {
    const std::size_t first = part * kTogether, past = std::min(schools, first + kTogether);
    const SomeSchools some(world, nature, roll, first, past, lookup);
    some.look_up_schools(law, placed);
    some.look_up_sections(correlation, dice);
    some.look_up_cells(correlation, dice);
  });
  return lookup;
}

}  // namespace homeroom::learning
