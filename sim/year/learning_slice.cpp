#include "sim/year/learning_slice.hpp"

#include <algorithm>

#include "sim/core/wide.hpp"
#include "sim/year/child_dice.hpp"
#include "sim/year/displacement.hpp"

namespace homeroom::learning {
namespace {

/// Where a slice's children sit: their cell, and the post of their class in a subject.
struct Desks {
  Buffer<std::uint32_t> cell;
  PerSubject<Buffer<std::uint32_t>> post;
  Desks(const Students& students, const Lookup& lookup, std::size_t first, std::size_t past)
      : cell(past - first),
        post{Buffer<std::uint32_t>(past - first), Buffer<std::uint32_t>(past - first)} {
    for (std::size_t i = 0; i < cell.size(); ++i) {
      const std::size_t row = first + i;
      const std::size_t at = cell_of(students.school[row], students.grade[row]);
      cell[i] = static_cast<std::uint32_t>(at);
      for (int m = 0; m < kSubjects; ++m) {
        post[m][i] = lookup.first[m][at] + students.section[row];
      }
    }
  }
};

/// The grades of a slice's children, and a column of nothing beside them.
struct Grades {
  Buffer<std::uint32_t> grade;
  Buffer<float> nothing;
  Grades(const Students& students, std::size_t first, std::size_t past)
      : grade(past - first), nothing(past - first) {
    for (std::size_t i = 0; i < grade.size(); ++i) {
      grade[i] = students.grade[first + i];
      nothing[i] = 0.0f;
    }
  }
};

/// Terms of growth that differ between children of a school [SD/year], mathematics.
Buffer<float> individual_terms(const World& world, const Lookup& lookup, const Rates& rates,
                               std::size_t first, std::size_t past, IndividualSums& sums) {
  const Students& students = world.students;
  Buffer<float> terms(past - first);
  double* const sum_of_fit = sums.fit.data();
  double* const sum_of_effort = sums.engagement.data();
  int* const moved = sums.moved.data();
  for (std::size_t row = first; row < past; ++row) {
    const std::size_t s = students.school[row];
    const float fit = lookup.fit[s][kind_of(students.traits[row])];
    const float effort = rates.engaged * static_cast<float>(students.engagement[row]);
    sum_of_fit[s] += static_cast<double>(fit);
    sum_of_effort[s] += static_cast<double>(effort);
    moved[s] += students.moved[row];
    terms[row - first] = fit + effort - rates.own_move * static_cast<float>(students.moved[row]);
  }
  return terms;
}

/// Corrects the terms of displaced children, who are few, by what their next school is.
void add_displacement(const World& world, const LearningParameters& nature, std::size_t first,
                      std::size_t past, Buffer<float>& terms, IndividualSums& sums) {
  const Students& students = world.students;
  const auto begin =
      std::lower_bound(world.displaced.begin(), world.displaced.end(), first,
                       [](const Displaced& child, std::size_t row) { return child.row < row; });
  for (auto child = begin; child != world.displaced.end() && child->row < past; ++child) {
    // Whoever moved on in mid-year is a mover as others are.
    if (students.arrival[child->row] != Arrival::Displaced) continue;
    const SchoolId next = students.school_of(child->row);
    const double gained = growth_gained(world, child->from, next);
    const auto loss = static_cast<float>(displaced_term(nature, gained));
    terms[child->row - first] -= loss;
    sums.displaced[next.row()] += static_cast<double>(loss);
  }
}

/// Tells what is the child's own, apart by what it was born with. `equal`: nobody has any.
void tell_own(const Students& students, const Rates& rates, bool equal, std::size_t first,
              const Buffer<float>& terms, ChildGrowth& own) {
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const std::size_t row = first + i;
    const float drive = rates.engaged * static_cast<float>(students.drive[row]);
    own.drive[row] = equal ? 0.0f : drive;
    own.choices[row] = equal ? 0.0f : terms[i] - drive;
  }
}

/// One subject of a slice's children, in columns that begin with the slice.
struct SliceColumns {
  std::size_t count;
  const std::uint32_t *cell, *post;
  const float *common, *cohort;               ///< by cell
  const float *teacher, *shock, *class_size;  ///< by post
  const float* individual;
  const float *shocks, *drifts;  ///< normals
  const std::uint8_t* grade;
};

/// The same children as growth sees them where no school differs: each sits in its grade.
SliceColumns in_their_grade(SliceColumns of, const EqualGrowth& equal, int subject,
                            const Buffer<std::uint32_t>& grade, const Buffer<float>& nothing) {
  of.cell = of.post = grade.data();
  of.common = equal.others[subject].data();
  of.teacher = equal.teacher[subject].data();
  of.class_size = equal.nothing.data();
  of.individual = nothing.data();
  return of;
}

/// Growth into the two stocks.
HOMEROOM_WIDE void grow(const SliceColumns& of, const Rates& rates, float weight,
                        const float* __restrict durable, const float* __restrict fleeting,
                        float* __restrict next_durable, float* __restrict next_fleeting) {
  const std::uint32_t* __restrict cell = of.cell;
  const std::uint32_t* __restrict post = of.post;
  const float* __restrict common = of.common;
  const float* __restrict taught = of.teacher;
  const float* __restrict class_size = of.class_size;
  const float* __restrict individual = of.individual;
  const Rates r = rates;
  for (std::size_t i = 0; i < of.count; ++i) {
    const float teacher = taught[post[i]];
    const float others = common[cell[i]] + class_size[post[i]] + weight * individual[i];
    next_durable[i] = r.keep_durable * durable[i] + r.of_teacher * teacher + r.of_school * others;
    next_fleeting[i] = r.keep_fleeting * fleeting[i] + (1.0f - r.of_teacher) * teacher +
                       (1.0f - r.of_school) * others;
  }
}

/// The transient state's next value, and the baseline's drift.
HOMEROOM_WIDE void shake(const SliceColumns& of, const Rates& rates,
                         const float* __restrict transient, const float* __restrict baseline,
                         float* __restrict next_transient, float* __restrict next_baseline) {
  const std::uint32_t* __restrict cell = of.cell;
  const std::uint32_t* __restrict post = of.post;
  const float* __restrict cohort = of.cohort;
  const float* __restrict shock = of.shock;
  const float* __restrict shocks = of.shocks;
  const float* __restrict drifts = of.drifts;
  const std::uint8_t* __restrict grade = of.grade;
  const Rates r = rates;
  const float* __restrict sigma = r.sigma.data();
  for (std::size_t i = 0; i < of.count; ++i) {
    next_transient[i] =
        r.rho * transient[i] + sigma[grade[i]] * shocks[i] + cohort[cell[i]] + shock[post[i]];
    next_baseline[i] = baseline[i] + r.drift * drifts[i];
  }
}

/// Gives ELA's shocks, `own` until now, the part that they share with those in mathematics.
HOMEROOM_WIDE void share_shocks(const Rates& rates, const float* __restrict math,
                                float* __restrict ela, std::size_t count) {
  const float shared = rates.shared, own = rates.own;
  for (std::size_t i = 0; i < count; ++i) ela[i] = shared * math[i] + own * ela[i];
}

/// Sums by school in the order of rows, which fixes their rounding.
void add_teachers(const Students& students, std::size_t first, const SliceColumns& of,
                  std::vector<double>& sum) {
  for (std::size_t i = 0; i < of.count; ++i) {
    sum[students.school[first + i]] += static_cast<double>(of.teacher[of.post[i]]);
  }
}

}  // namespace

void learn(const World& world, const LearningParameters& nature, const Lookup& lookup,
           const EqualGrowth* equal, const Rates& rates, const Dice& dice, std::size_t first,
           std::size_t past, IndividualSums& sums, LearningOutcome& outcome, ChildGrowth& own) {
  const Students& students = world.students;
  const ChildDice words(world, dice, Die::YearShockMath, first, past);
  const Desks desks(students, lookup, first, past);
  Buffer<float> individual = individual_terms(world, lookup, rates, first, past, sums);
  add_displacement(world, nature, first, past, individual, sums);
  if (own.asked) tell_own(students, rates, equal != nullptr, first, individual, own);
  PerSubject<Buffer<float>> luck = {words.normals(Die::YearShockMath),
                                    words.normals(Die::YearShockEla)};
  share_shocks(rates, luck[kMath].data(), luck[kEla].data(), past - first);
  const Grades grades(students, first, equal ? past : first);
  for (int m = 0; m < kSubjects; ++m) {
    const auto drifts = words.normals(m == kMath ? Die::YearDriftMath : Die::YearDriftEla);
    const SliceColumns of = {past - first,
                             desks.cell.data(),
                             desks.post[m].data(),
                             lookup.common[m].data(),
                             lookup.cohort[m].data(),
                             lookup.teacher[m].data(),
                             lookup.shock[m].data(),
                             lookup.class_size[m].data(),
                             individual.data(),
                             luck[m].data(),
                             drifts.data(),
                             students.grade.data() + first};
    grow(equal ? in_their_grade(of, *equal, m, grades.grade, grades.nothing) : of, rates,
         static_cast<float>(subject_weight(nature, m)), students.durable[m].data() + first,
         students.fleeting[m].data() + first, outcome.durable[m].data() + first,
         outcome.fleeting[m].data() + first);
    shake(of, rates, students.transient[m].data() + first, students.baseline[m].data() + first,
          outcome.transient[m].data() + first, outcome.baseline[m].data() + first);
    add_teachers(students, first, of, sums.teacher[m]);
  }
}

}  // namespace homeroom::learning
