#include "sim/year/learning_record.hpp"

#include <algorithm>
#include <array>

#include "sim/core/parallel.hpp"

namespace homeroom::learning {
namespace {

/// Schools whose sums are taken together: they stand next to each other in every slice's.
constexpr std::size_t kTogether = 16;
using SumsTogether = std::array<SchoolSums, kTogether>;

/// Sums over slices in their order, of the schools [first, past).
SumsTogether sums_of(const std::vector<SliceSums>& slices, std::size_t first, std::size_t past) {
  SumsTogether totals{};
  for (const SliceSums& slice : slices) {
    for (std::size_t school = first; school < past; ++school) {
      const SchoolSums& here = slice[school];
      SchoolSums& total = totals[school - first];
      for (int m = 0; m < kSubjects; ++m) total.teacher[m] += here.teacher[m];
      total.fit += here.fit;
      total.engagement += here.engagement;
      total.displaced += here.displaced;
      total.moved += here.moved;
    }
  }
  return totals;
}

struct Children {
  int count = 0;
  double peers = 0, baseline = 0;  ///< sums
};

Children children_of(std::size_t school, const Roll& roll, const Lookup& lookup) {
  Children children;
  for (int grade = 0; grade < kGrades; ++grade) {
    const std::size_t cell = cell_of(school, grade);
    children.count += roll.children[cell];
    children.peers += roll.children[cell] * static_cast<double>(lookup.peers[cell]);
    children.baseline += roll.children[cell] * roll.baseline[cell];
  }
  return children;
}

/// Mean of the class-size term over a school's children, as the children's columns have it.
double mean_class_size(const Roll& roll, const Lookup& lookup, std::size_t school, int subject,
                       int children) {
  double sum = 0.0;
  for (std::uint32_t section = roll.first[cell_of(school, 0)];
       section < roll.first[cell_of(school + 1, 0)]; ++section) {
    sum += roll.pupils[section] * static_cast<double>(lookup.class_size[subject][section]);
  }
  return sum / children;
}

/// Writes a school's means. Returns what it adds to the city's raw growth.
PerSubject<double> record_school(const World& world, const LearningParameters& nature,
                                 const Roll& roll, const Lookup& lookup, const SchoolSums& total,
                                 std::size_t s, LearningOutcome& outcome) {
  const Children children = children_of(s, roll, lookup);
  PerSubject<double> added{};
  if (children.count == 0) return added;
  outcome.mean_baseline[SchoolId{s}] = children.baseline / children.count;
  for (int m = 0; m < kSubjects; ++m) {
    std::array<double, kTerms> terms = lookup.school[s];
    const auto at = [&](Term term) -> double& { return terms[static_cast<std::size_t>(term)]; };
    at(Term::Peers) = children.peers / children.count;
    at(Term::Fit) = total.fit / children.count;
    at(Term::Effort) += total.engagement / children.count;
    at(Term::Disruption) -= (nature.own_move * total.moved + total.displaced) / children.count;
    for (double& term : terms) term *= subject_weight(nature, m);
    at(Term::Teacher) = total.teacher[m] / children.count;
    at(Term::ClassSize) = mean_class_size(roll, lookup, s, m, children.count);
    double raw = 0.0;
    for (double term : terms) raw += term;
    added[m] = raw * children.count / static_cast<double>(world.students.size());
    at(Term::Anchor) = world.anchor[m];
    outcome.growth[SchoolId{s}][m] = terms;
  }
  return added;
}

}  // namespace

void record_terms(const World& world, const LearningParameters& nature, const Roll& roll,
                  const Lookup& lookup, const std::vector<SliceSums>& slices,
                  LearningOutcome& outcome) {
  const std::size_t schools = world.schools.size();
  outcome.growth.assign(schools, {});
  outcome.mean_baseline.assign(schools, 0.0);
  outcome.raw_growth = {};
  for (int m = 0; m < kSubjects; ++m) {
    outcome.peers[m] = lookup.peers;
    for (float& term : outcome.peers[m]) term *= static_cast<float>(subject_weight(nature, m));
  }
  std::vector<PerSubject<double>> added(schools);
  for_each_index((schools + kTogether - 1) / kTogether, [&](std::size_t part) {
    const std::size_t first = part * kTogether, past = std::min(schools, first + kTogether);
    const SumsTogether totals = sums_of(slices, first, past);
    for (std::size_t s = first; s < past; ++s) {
      added[s] = record_school(world, nature, roll, lookup, totals[s - first], s, outcome);
    }
  });
  for (const PerSubject<double>& of_school : added) {
    for (int m = 0; m < kSubjects; ++m) outcome.raw_growth[m] += of_school[m];
  }
}

}  // namespace homeroom::learning
