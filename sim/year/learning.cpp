#include "sim/year/learning.hpp"

#include "sim/core/arithmetic.hpp"
#include "sim/core/parallel.hpp"

namespace homeroom {
namespace {

/// Everything the loop over children looks up, in flat columns.
struct Lookup {
  std::vector<std::array<double, kTerms>> school;  ///< school-wide terms, mathematics
  PerSubject<std::vector<float>> common;           ///< by cell: school-wide terms, peers, anchor
  PerSubject<std::vector<float>> teacher;          ///< by post
  PerSubject<std::vector<float>> shock;            ///< by post: class shock
  PerSubject<std::vector<float>> cohort;           ///< by cell: cohort shock
  PerSubject<std::vector<std::uint32_t>> first;    ///< by cell: its first post in the subject
  std::vector<float> peers;                        ///< by cell
  std::vector<float> suited, unsuited;             ///< by school: fit term
};

struct SliceSums {
  std::vector<double> baseline;  ///< by cell
  std::vector<int> children;     ///< by cell
};

struct CellMeans {
  std::vector<double> baseline;
  std::vector<int> children;
};

CellMeans mean_baselines(const World& world) {
  const std::size_t cells = world.schools.size() * kGrades;
  const Students& students = world.students;
  std::vector<SliceSums> slices(slices_of(students.size()));
  for_slices(students.size(), [&](std::size_t first, std::size_t past, std::size_t slice) {
    SliceSums& here = slices[slice];
    here.baseline.assign(cells, 0.0);
    here.children.assign(cells, 0);
    for (std::size_t row = first; row < past; ++row) {
      const std::size_t cell = cell_of(students.school[row], students.grade[row]);
      here.baseline[cell] += 0.5 * (static_cast<double>(students.baseline[kMath][row]) +
                                    static_cast<double>(students.baseline[kEla][row]));
      ++here.children[cell];
    }
  });
  CellMeans means{std::vector<double>(cells, 0.0), std::vector<int>(cells, 0)};
  for (const SliceSums& here : slices) {
    for (std::size_t cell = 0; cell < cells; ++cell) {
      means.baseline[cell] += here.baseline[cell];
      means.children[cell] += here.children[cell];
    }
  }
  for (std::size_t cell = 0; cell < cells; ++cell) {
    if (means.children[cell] > 0) means.baseline[cell] /= means.children[cell];
  }
  return means;
}

void look_up_posts(const World& world, const LearningParameters& nature, const Dice& dice,
                   Lookup& lookup) {
  const Posts& posts = world.posts;
  for (int m = 0; m < kSubjects; ++m) {
    // One entry more than posts: a class without a post has a substitute and no shock of its own.
    lookup.teacher[m].assign(posts.size() + 1,
                             static_cast<float>(teacher_term(world, nature, TeacherId{}, m)));
    lookup.shock[m].assign(posts.size() + 1, 0.0f);
  }
  for (std::size_t post = 0; post < posts.size(); ++post) {
    const auto cell = static_cast<std::uint32_t>(cell_of(posts.school[post], posts.grade[post]));
    for (int m = 0; m < kSubjects; ++m) {
      lookup.teacher[m][post] =
          static_cast<float>(teacher_term(world, nature, posts.teacher[post], m));
      const Die die = m == kMath ? Die::ClassYear : Die::ClassYearEla;
      lookup.shock[m][post] = static_cast<float>(
          nature.class_shock * dice.normal(die, world.year, cell, posts.section[post]));
    }
  }
}

double subject_weight(const LearningParameters& nature, int subject) {
  return subject == kEla ? nature.ela_school : 1.0;
}

void look_up_cells(const World& world, const LearningParameters& nature, const Dice& dice,
                   const CellMeans& means, Lookup& lookup) {
  const std::size_t cells = means.children.size();
  lookup.peers.assign(cells, 0.0f);
  for (int m = 0; m < kSubjects; ++m) {
    lookup.common[m].assign(cells, 0.0f);
    lookup.cohort[m].assign(cells, 0.0f);
    lookup.first[m].assign(cells, 0);
  }
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
      const Die die = m == kMath ? Die::SchoolCohort : Die::SchoolCohortEla;
      lookup.cohort[m][cell] =
          static_cast<float>(nature.cohort_shock * dice.normal(die, world.year, cell));
      const bool separate = sections > 0 && world.posts.post[world.posts.first[cell]] != Post::Both;
      lookup.first[m][cell] =
          sections == 0 ? static_cast<std::uint32_t>(world.posts.size())
                        : world.posts.first[cell] +
                              (separate && m == kEla ? static_cast<std::uint32_t>(sections) : 0u);
    }
  }
}

Lookup look_up(const World& world, const Law& law, const LearningParameters& nature,
               const Dice& dice, const CellMeans& means) {
  Lookup lookup;
  const std::size_t schools = world.schools.size();
  lookup.school.resize(schools);
  lookup.suited.resize(schools);
  lookup.unsuited.resize(schools);
  for (std::size_t s = 0; s < schools; ++s) {
    const SchoolId school{s};
    if (!world.schools.is_open(school)) continue;
    lookup.school[s] = school_terms(world, law, nature, school);
    const double used = world.schools.used[school][static_cast<int>(Autonomy::LearningModel)];
    const double distinct = world.schools.distinctness[school];
    lookup.suited[s] = static_cast<float>(fit_term(nature, used, distinct, true));
    lookup.unsuited[s] = static_cast<float>(fit_term(nature, used, distinct, false));
  }
  look_up_posts(world, nature, dice, lookup);
  look_up_cells(world, nature, dice, means, lookup);
  return lookup;
}

/// Sums over a slice's children of the terms that differ between children of a school.
struct Sums {
  PerSubject<std::vector<double>> teacher;  ///< by school
  std::vector<double> fit, engagement;      ///< by school
  std::vector<int> moved;
  explicit Sums(std::size_t schools)
      : teacher{std::vector<double>(schools), std::vector<double>(schools)},
        fit(schools),
        engagement(schools),
        moved(schools) {}
};

/// The year's draws of a slice: two shocks and two drifts for each child.
struct Draws {
  std::vector<std::uint32_t> words;
  std::uint32_t* lanes[4];
  Draws(const World& world, const Dice& dice, std::size_t first, std::size_t past)
      : words((past - first) * 6) {
    const std::size_t count = past - first;
    std::uint32_t* low = words.data();
    std::uint32_t* high = low + count;
    for (std::size_t i = 0; i < count; ++i) {
      low[i] = static_cast<std::uint32_t>(first + i);
      high[i] = world.students.generation(first + i);
    }
    for (std::size_t l = 0; l < 4; ++l) lanes[l] = high + (l + 1) * count;
    dice.block(Die::YearShockMath, world.year, low, high, 0, static_cast<int>(count), lanes);
  }
};

}  // namespace

void decide_learning(const World& world, const Law& law, const LearningParameters& nature,
                     double transient_sd, double early_noise, const Dice& dice,
                     LearningOutcome& outcome) {
  const Students& students = world.students;
  const std::size_t rows = students.size(), schools = world.schools.size();
  const CellMeans means = mean_baselines(world);
  const Lookup lookup = look_up(world, law, nature, dice, means);
  for (int m = 0; m < kSubjects; ++m) {
    for (auto* column :
         {&outcome.baseline[m], &outcome.durable[m], &outcome.fleeting[m], &outcome.transient[m]}) {
      column->resize(rows);
    }
  }
  const auto rho = static_cast<float>(nature.transient_persistence);
  const auto sigma = static_cast<float>(
      transient_sd * sqrt_of(1.0 - nature.transient_persistence * nature.transient_persistence));
  const auto early = static_cast<float>(early_noise);
  const auto drift = static_cast<float>(nature.drift);
  const auto engaged = static_cast<float>(nature.effort_engagement / 32.0);
  const auto own_move = static_cast<float>(nature.own_move);
  const auto keep_durable = static_cast<float>(nature.persistence);
  const auto keep_fleeting = static_cast<float>(nature.fading);
  const auto of_teacher = static_cast<float>(nature.delta_teacher);
  const auto of_school = static_cast<float>(nature.delta_school);

  std::vector<Sums> slices(slices_of(rows), Sums(schools));
  for_slices(rows, [&](std::size_t first, std::size_t past, std::size_t slice) {
    const Draws draws(world, dice, first, past);
    Sums& sums = slices[slice];
    std::vector<float> individual(past - first);
    for (std::size_t row = first; row < past; ++row) {
      const std::size_t s = students.school[row];
      const float fit = students.has(row, trait::kLearner) ? lookup.suited[s] : lookup.unsuited[s];
      const float effort = engaged * static_cast<float>(students.engagement[row]);
      sums.fit[s] += static_cast<double>(fit);
      sums.engagement[s] += static_cast<double>(effort);
      sums.moved[s] += students.moved[row];
      individual[row - first] = fit + effort - own_move * static_cast<float>(students.moved[row]);
    }
    for (int m = 0; m < kSubjects; ++m) {
      const auto weight = static_cast<float>(subject_weight(nature, m));
      const std::uint32_t* shocks = draws.lanes[m];
      const std::uint32_t* drifts = draws.lanes[2 + m];
      for (std::size_t row = first; row < past; ++row) {
        const std::size_t s = students.school[row];
        const std::size_t cell = cell_of(s, students.grade[row]);
        const std::uint32_t post = lookup.first[m][cell] + students.section[row];
        const float teacher = lookup.teacher[m][post];
        const float others = lookup.common[m][cell] + weight * individual[row - first];
        sums.teacher[m][s] += static_cast<double>(teacher);
        outcome.durable[m][row] =
            keep_durable * students.durable[m][row] + of_teacher * teacher + of_school * others;
        outcome.fleeting[m][row] = keep_fleeting * students.fleeting[m][row] +
                                   (1.0f - of_teacher) * teacher + (1.0f - of_school) * others;
        const float noise = students.grade[row] <= 2 ? early * sigma : sigma;
        outcome.transient[m][row] = rho * students.transient[m][row] +
                                    noise * normal_from(shocks[row - first]) +
                                    lookup.cohort[m][cell] + lookup.shock[m][post];
        outcome.baseline[m][row] =
            students.baseline[m][row] + drift * normal_from(drifts[row - first]);
      }
    }
  });

  // Means by school and term; sums run over slices in order.
  Sums total(schools);
  for (const Sums& here : slices) {
    for (std::size_t s = 0; s < schools; ++s) {
      for (int m = 0; m < kSubjects; ++m) total.teacher[m][s] += here.teacher[m][s];
      total.fit[s] += here.fit[s];
      total.engagement[s] += here.engagement[s];
      total.moved[s] += here.moved[s];
    }
  }
  outcome.growth.assign(schools, {});
  outcome.mean_baseline.assign(schools, 0.0);
  outcome.raw_growth = {};
  for (std::size_t s = 0; s < schools; ++s) {
    int children = 0;
    double peers = 0.0, baseline = 0.0;
    for (int grade = 0; grade < kGrades; ++grade) {
      const std::size_t cell = cell_of(s, grade);
      children += means.children[cell];
      peers += means.children[cell] * static_cast<double>(lookup.peers[cell]);
      baseline += means.children[cell] * means.baseline[cell];
    }
    if (children == 0) continue;
    const SchoolId school{s};
    outcome.mean_baseline[school] = baseline / children;
    for (int m = 0; m < kSubjects; ++m) {
      const double weight = subject_weight(nature, m);
      std::array<double, kTerms> terms = lookup.school[s];
      const auto at = [&](Term term) -> double& { return terms[static_cast<std::size_t>(term)]; };
      at(Term::Peers) = peers / children;
      at(Term::Fit) = total.fit[s] / children;
      at(Term::Effort) += total.engagement[s] / children;
      at(Term::Disruption) -= nature.own_move * total.moved[s] / children;
      for (double& term : terms) term *= weight;
      at(Term::Teacher) = total.teacher[m][s] / children;
      double raw = 0.0;
      for (double term : terms) raw += term;
      outcome.raw_growth[m] += raw * children / static_cast<double>(rows);
      at(Term::Anchor) = world.anchor[m];
      outcome.growth[school][m] = terms;
    }
  }
}

void enact(World& world, LearningOutcome& outcome) {
  Students& students = world.students;
  for (int m = 0; m < kSubjects; ++m) {
    students.baseline[m].swap(outcome.baseline[m]);
    students.durable[m].swap(outcome.durable[m]);
    students.fleeting[m].swap(outcome.fleeting[m]);
    students.transient[m].swap(outcome.transient[m]);
  }
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    SchoolYear& year = world.results.school[SchoolId{s}];
    year.growth = outcome.growth[SchoolId{s}];
    year.mean_baseline = outcome.mean_baseline[SchoolId{s}];
  }
  world.raw_growth = outcome.raw_growth;
}

}  // namespace homeroom
