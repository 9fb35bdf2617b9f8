#include "sim/year/learning_slice.hpp"

#include <algorithm>

#include "sim/core/wide.hpp"
#include "sim/year/displacement.hpp"

namespace homeroom::learning {
namespace {

/// Children worked through together, so few that their columns stay in the first-level cache.
constexpr std::size_t kBatch = 256;

struct Batch {
  std::size_t first, count;  ///< rows of the student table
  std::array<std::uint32_t, 4 * kBatch> words;
  std::array<float, 4 * kBatch> normals;         ///< lane after lane, see `lane`
  std::array<std::uint32_t, kBatch> cell, kind;  ///< cell: in the end the section
  std::array<float, kBatch> effort, sigma;
  std::array<float, kBatch> individual;  ///< growth apart from its section's [SD/year], mathematics
  PerSubject<std::array<SectionTerms, kBatch>> section;

  std::size_t lane_of(Die die) const { return static_cast<std::uint32_t>(die) % 4 * count; }
  const float* lane(Die die) const { return normals.data() + lane_of(die); }
  float* lane(Die die) { return normals.data() + lane_of(die); }
};

/// Draws the shocks and drifts of a batch; shocks in ELA share a part with those in mathematics.
HOMEROOM_WIDE void share_shocks(const Rates& rates, const float* __restrict math,
                                float* __restrict ela, std::size_t count) {
  const float shared = rates.shared, own = rates.own;
  for (std::size_t i = 0; i < count; ++i) ela[i] = shared * math[i] + own * ela[i];
}

void throw_dice(const World& world, const Dice& dice, const Rates& rates, Batch& batch) {
  const std::size_t count = batch.count;
  std::uint32_t* const words = batch.words.data();
  std::uint32_t* const lanes[4] = {words, words + count, words + 2 * count, words + 3 * count};
  dice.block_of_rows(Die::YearShockMath, world.year, static_cast<std::uint32_t>(batch.first),
                     world.students.arrived.data() + batch.first, static_cast<int>(count), lanes);
  normals_from(words, static_cast<int>(4 * count), batch.normals.data());
  share_shocks(rates, batch.lane(Die::YearShockMath), batch.lane(Die::YearShockEla), count);
}

/// Where children's terms stand in tables by cell and by school, and what their engagement is
/// worth.
HOMEROOM_WIDE void look_at(const Students& students, const Rates& rates, Batch& batch) {
  const std::uint16_t* __restrict school = students.school.data() + batch.first;
  const std::uint8_t* __restrict grade = students.grade.data() + batch.first;
  const std::uint16_t* __restrict traits = students.traits.data() + batch.first;
  const std::int8_t* __restrict engagement = students.engagement.data() + batch.first;
  std::uint32_t* __restrict cell = batch.cell.data();
  std::uint32_t* __restrict kind = batch.kind.data();
  float* __restrict effort = batch.effort.data();
  const std::size_t count = batch.count;
  const float engaged = rates.engaged;
  for (std::size_t i = 0; i < count; ++i) {
    cell[i] = school[i] * static_cast<std::uint32_t>(kGrades) + grade[i];
    kind[i] = school[i] * 4u + static_cast<std::uint32_t>(kind_of(traits[i]));
    effort[i] = engaged * static_cast<float>(engagement[i]);
  }
}

/// Looks the batch's terms up, and adds them to sums by school in the order of rows, which fixes
/// their rounding.
HOMEROOM_WIDE void seat(const Students& students, const LearningDecision& year, Batch& batch,
                        SliceSums& sums) {
  const std::uint16_t* __restrict school = students.school.data() + batch.first;
  const std::uint8_t* __restrict section = students.section.data() + batch.first;
  const std::uint8_t* __restrict moved = students.moved.data() + batch.first;
  const std::uint8_t* __restrict grade = students.grade.data() + batch.first;
  const std::uint32_t* __restrict first = year.roll.first.data();
  const PerSubject<SectionTerms>* __restrict sections = year.lookup.section.data();
  const float* __restrict fits = year.lookup.fit.data()->data();
  SchoolSums* __restrict by_school = sums.data();
  const float* __restrict sigma = year.rates.sigma.data();
  const float own_move = year.rates.own_move;
  const std::size_t count = batch.count;
  // A large city's sections are further away than the second-level cache: all are asked for first.
  std::uint32_t* __restrict at = batch.cell.data();
  for (std::size_t i = 0; i < count; ++i) {
    at[i] = first[at[i]] + section[i];
    __builtin_prefetch(sections + at[i]);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const PerSubject<SectionTerms>& here = sections[at[i]];
    const float fit = fits[batch.kind[i]], effort = batch.effort[i];
    SchoolSums& sum = by_school[school[i]];
    sum.teacher[kMath] += static_cast<double>(here[kMath].teacher);
    sum.teacher[kEla] += static_cast<double>(here[kEla].teacher);
    sum.fit += static_cast<double>(fit);
    sum.engagement += static_cast<double>(effort);
    sum.moved += moved[i];
    batch.section[kMath][i] = here[kMath];
    batch.section[kEla][i] = here[kEla];
    batch.sigma[i] = sigma[grade[i]];
    batch.individual[i] = fit + effort - own_move * static_cast<float>(moved[i]);
  }
}

/// Corrects the terms of displaced children, who are few, by what their next school is.
void add_displacement(const World& world, const LearningParameters& nature, Batch& batch,
                      SliceSums& sums) {
  const Students& students = world.students;
  const auto begin =
      std::lower_bound(world.displaced.begin(), world.displaced.end(), batch.first,
                       [](const Displaced& child, std::size_t row) { return child.row < row; });
  const std::size_t past = batch.first + batch.count;
  for (auto child = begin; child != world.displaced.end() && child->row < past; ++child) {
    // Whoever moved on in mid-year is a mover as others are.
    if (students.arrival[child->row] != Arrival::Displaced) continue;
    const SchoolId next = students.school_of(child->row);
    const double gained = growth_gained(world, child->from, next);
    const auto loss = static_cast<float>(displaced_term(nature, gained));
    batch.individual[child->row - batch.first] -= loss;
    sums[next.row()].displaced += static_cast<double>(loss);
  }
}

/// Tells what is the child's own, apart by what it was born with. Nobody has any where all grow
/// equally.
void tell_own(const Students& students, const Rates& rates, const Batch& batch, ChildGrowth& own) {
  for (std::size_t i = 0; i < batch.count; ++i) {
    const std::size_t row = batch.first + i;
    const float drive = rates.engaged * static_cast<float>(students.drive[row]);
    own.drive[row] = rates.equal() ? 0.0f : drive;
    own.choices[row] = rates.equal() ? 0.0f : batch.individual[i] - drive;
  }
}

/// Growth into the two stocks, in one subject.
HOMEROOM_WIDE void grow(const Batch& batch, const Rates& rates, int m, float* __restrict durable,
                        float* __restrict fleeting) {
  const SectionTerms* __restrict section = batch.section[m].data();
  const float* __restrict individual = batch.individual.data();
  const std::size_t count = batch.count;
  const Rates r = rates;
  const float weight = rates.weight[m];
  for (std::size_t i = 0; i < count; ++i) {
    const float teacher = section[i].teacher;
    const float others = section[i].others + weight * individual[i];
    durable[i] = r.keep_durable * durable[i] + r.of_teacher * teacher + r.of_school * others;
    fleeting[i] = r.keep_fleeting * fleeting[i] + (1.0f - r.of_teacher) * teacher +
                  (1.0f - r.of_school) * others;
  }
}

/// The transient state's next value, and the baseline's drift.
HOMEROOM_WIDE void shake(const Batch& batch, const Rates& rates, int m, float* __restrict transient,
                         float* __restrict baseline) {
  const SectionTerms* __restrict section = batch.section[m].data();
  const float* __restrict sigma = batch.sigma.data();
  const float* __restrict shocks = batch.lane(m == kMath ? Die::YearShockMath : Die::YearShockEla);
  const float* __restrict drifts = batch.lane(m == kMath ? Die::YearDriftMath : Die::YearDriftEla);
  const std::size_t count = batch.count;
  const Rates r = rates;
  for (std::size_t i = 0; i < count; ++i) {
    transient[i] =
        r.rho * transient[i] + sigma[i] * shocks[i] + section[i].cohort + section[i].shock;
    baseline[i] = baseline[i] + r.drift * drifts[i];
  }
}

}  // namespace

void learn(World& world, const LearningParameters& nature, const LearningDecision& year,
           const Dice& dice, std::size_t first, std::size_t past, SliceSums& sums,
           ChildGrowth& own) {
  Students& students = world.students;
  Batch batch;
  for (; first < past; first += kBatch) {
    batch.first = first;
    batch.count = std::min(kBatch, past - first);
    throw_dice(world, dice, year.rates, batch);
    look_at(students, year.rates, batch);
    seat(students, year, batch, sums);
    add_displacement(world, nature, batch, sums);
    if (own.asked) tell_own(students, year.rates, batch, own);
    for (int m = 0; m < kSubjects; ++m) {
      grow(batch, year.rates, m, students.durable[m].data() + first,
           students.fleeting[m].data() + first);
      shake(batch, year.rates, m, students.transient[m].data() + first,
            students.baseline[m].data() + first);
    }
  }
}

}  // namespace homeroom::learning
