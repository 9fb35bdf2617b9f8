#include "sim/year/learning_lookup.hpp"

#include <numeric>

#include "sim/core/arithmetic.hpp"
#include "sim/core/parallel.hpp"
#include "sim/world/rights.hpp"
#include "sim/world/staff.hpp"

namespace homeroom::learning {
namespace {

/// Sums over a slice's children, of the cells they sit in: a large city has more cells than a slice
/// has children.
struct SliceSums {
  std::vector<std::uint32_t> cell;  ///< as they are met
  std::vector<double> baseline;
  std::vector<int> children;

  SliceSums() = default;
  SliceSums(const Students& students, std::size_t first, std::size_t past, std::size_t cells);
};

SliceSums::SliceSums(const Students& students, std::size_t first, std::size_t past,
                     std::size_t cells) {
  std::vector<std::uint16_t> place(cells, 0);  // in the columns, counted from 1; 0: not met yet
  static_assert(kSliceRows < 0xffff);
  for (std::size_t row = first; row < past; ++row) {
    const std::size_t at = cell_of(students.school[row], students.grade[row]);
    if (place[at] == 0) {
      cell.push_back(static_cast<std::uint32_t>(at));
      baseline.push_back(0.0);
      children.push_back(0);
      place[at] = static_cast<std::uint16_t>(cell.size());
    }
    baseline[place[at] - 1u] += 0.5 * (static_cast<double>(students.baseline[kMath][row]) +
                                       static_cast<double>(students.baseline[kEla][row]));
    ++children[place[at] - 1u];
  }
}

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

Shocks class_shocks(const World& world, double correlation, const Dice& dice) {
  const Posts& posts = world.posts;
  std::vector<std::uint32_t> cell(posts.size()), section(posts.size());
  for (std::size_t post = 0; post < posts.size(); ++post) {
    cell[post] = static_cast<std::uint32_t>(cell_of(posts.school[post], posts.grade[post]));
    section[post] = posts.section[post];
  }
  return Shocks(dice, correlation, Die::ClassYear, world.year, cell, section);
}

Shocks cohort_shocks(const World& world, double correlation, const Dice& dice, std::size_t cells) {
  std::vector<std::uint32_t> cell(cells);
  std::iota(cell.begin(), cell.end(), 0u);
  return Shocks(dice, correlation, Die::SchoolCohort, world.year, cell,
                std::vector<std::uint32_t>(cells, 0));
}

void look_up_posts(const World& world, const LearningParameters& nature, double correlation,
                   const Dice& dice, Lookup& lookup) {
  const Posts& posts = world.posts;
  for (int m = 0; m < kSubjects; ++m) {
    // One entry more than posts: a class without a post has a substitute and no shock of its own.
    lookup.teacher[m].assign(posts.size() + 1,
                             static_cast<float>(teacher_term(world, nature, TeacherId{}, m)));
    lookup.shock[m].assign(posts.size() + 1, 0.0f);
  }
  const Shocks shocks = class_shocks(world, correlation, dice);
  for (std::size_t post = 0; post < posts.size(); ++post) {
    for (int m = 0; m < kSubjects; ++m) {
      lookup.teacher[m][post] =
          static_cast<float>(teacher_term(world, nature, posts.teacher[post], m));
      lookup.shock[m][post] = static_cast<float>(nature.class_shock * shocks.of(m, post));
    }
  }
}

/// Children of each class, by post; where two posts share a class both count it.
std::vector<int> pupils_by_post(const World& world) {
  const Posts& posts = world.posts;
  const Students& students = world.students;
  // One more than posts, for the children of cells without any.
  std::vector<int> pupils = count_by_parts(
      students.size(), posts.size() + 1,
      [&](std::size_t first, std::size_t past, std::vector<int>& here) {
        for (std::size_t row = first; row < past; ++row) {
          const std::size_t cell = cell_of(students.school[row], students.grade[row]);
          const bool taught = posts.first[cell] != posts.first[cell + 1];
          ++here[taught ? posts.first[cell] + students.section[row] : posts.size()];
        }
      });
  for (std::size_t cell = 0; cell + 1 < posts.first.size(); ++cell) {
    const auto sections = static_cast<std::uint32_t>(sections_in(posts, cell));
    // The ELA posts of a cell stand behind those of mathematics.
    for (std::uint32_t post = posts.first[cell] + sections; post < posts.first[cell + 1]; ++post) {
      pupils[post] = pupils[post - sections];
    }
  }
  return pupils;
}

void look_up_class_sizes(const World& world, const LearningParameters& nature, Lookup& lookup) {
  lookup.pupils = pupils_by_post(world);
  for (int m = 0; m < kSubjects; ++m) {
    // A class without a post counts as one of the reference size.
    lookup.class_size[m].assign(lookup.pupils.size(), 0.0f);
    for (std::size_t post = 0; post < world.posts.size(); ++post) {
      lookup.class_size[m][post] = static_cast<float>(
          class_size_term(nature, lookup.pupils[post], world.posts.grade[post], m));
    }
  }
}

void look_up_cells(const World& world, const LearningParameters& nature, double correlation,
                   const Dice& dice, const CellMeans& means, Lookup& lookup) {
  const std::size_t cells = means.children.size();
  lookup.peers.assign(cells, 0.0f);
  for (int m = 0; m < kSubjects; ++m) {
    lookup.common[m].assign(cells, 0.0f);
    lookup.cohort[m].assign(cells, 0.0f);
    lookup.first[m].assign(cells, 0);
  }
  const Shocks shocks = cohort_shocks(world, correlation, dice, cells);
  for (std::size_t cell = 0; cell < cells; ++cell) {
    if (means.children[cell] == 0) continue;
    double shared = 0.0;
    for (double term : lookup.school[cell / kGrades]) shared += term;
    const double peers = peers_term(nature, means.baseline[cell]);
    lookup.peers[cell] = static_cast<float>(peers);
    const int sections = sections_in(world.posts, cell);
    for (int m = 0; m < kSubjects; ++m) {
      lookup.common[m][cell] =
          static_cast<float>(subject_weight(nature, m) * (shared + peers) + world.anchor[m]);
      lookup.cohort[m][cell] = static_cast<float>(nature.cohort_shock * shocks.of(m, cell));
      const bool separate = sections > 0 && world.posts.post[world.posts.first[cell]] != Post::Both;
      lookup.first[m][cell] =
          sections == 0 ? static_cast<std::uint32_t>(world.posts.size())
                        : world.posts.first[cell] +
                              (separate && m == kEla ? static_cast<std::uint32_t>(sections) : 0u);
    }
  }
}

}  // namespace

CellMeans mean_baselines(const World& world) {
  const std::size_t cells = world.schools.size() * kGrades;
  const Students& students = world.students;
  std::vector<SliceSums> slices(slices_of(students.size()));
  for_slices(students.size(), [&](std::size_t first, std::size_t past, std::size_t slice) {
    slices[slice] = SliceSums(students, first, past, cells);
  });
  CellMeans means{std::vector<double>(cells, 0.0), std::vector<int>(cells, 0)};
  for (const SliceSums& here : slices) {
    for (std::size_t i = 0; i < here.cell.size(); ++i) {
      means.baseline[here.cell[i]] += here.baseline[i];
      means.children[here.cell[i]] += here.children[i];
    }
  }
  for (std::size_t cell = 0; cell < cells; ++cell) {
    if (means.children[cell] > 0) means.baseline[cell] /= means.children[cell];
  }
  return means;
}

Lookup look_up(const World& world, const Law& law, const LearningParameters& nature,
               double correlation, const Dice& dice, const CellMeans& means) {
  Lookup lookup;
  const std::size_t schools = world.schools.size();
  lookup.school.resize(schools);
  lookup.fit.resize(schools);
  const std::vector<double> placed = placed_shares(world.teachers, schools);
  for (std::size_t s = 0; s < schools; ++s) {
    const SchoolId school{s};
    if (!world.schools.is_open(school)) continue;
    lookup.school[s] = school_terms(world, law, nature, school, placed[s]);
    const double used = world.schools.used[school][static_cast<int>(Autonomy::LearningModel)];
    const double distinct = world.schools.distinctness[school];
    const auto suited = static_cast<float>(fit_term(nature, used, distinct, true));
    const auto unsuited = static_cast<float>(fit_term(nature, used, distinct, false));
    const double own = taken_up(world.schools, school, Right::X2);
    const auto special =
        static_cast<float>(special_term(nature, own, world.schools.design_quality[school]));
    lookup.fit[s] = {unsuited, suited, unsuited + special, suited + special};
  }
  look_up_posts(world, nature, correlation, dice, lookup);
  look_up_class_sizes(world, nature, lookup);
  look_up_cells(world, nature, correlation, dice, means, lookup);
  return lookup;
}

}  // namespace homeroom::learning
