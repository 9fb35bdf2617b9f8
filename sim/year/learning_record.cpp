#include "sim/year/learning_record.hpp"

namespace homeroom::learning {
namespace {

IndividualSums sum_of(const std::vector<std::vector<SchoolSums>>& slices, std::size_t schools) {
  IndividualSums total(schools);
  for (const std::vector<SchoolSums>& slice : slices) {
    for (const SchoolSums& here : slice) {
      const std::size_t s = here.school;
      for (int m = 0; m < kSubjects; ++m) total.teacher[m][s] += here.teacher[m];
      total.fit[s] += here.fit;
      total.engagement[s] += here.engagement;
      total.moved[s] += here.moved;
      total.displaced[s] += here.displaced;
    }
  }
  return total;
}

struct Children {
  int count = 0;
  double peers = 0, baseline = 0;  ///< sums
};

Children children_of(std::size_t school, const CellMeans& means, const Lookup& lookup) {
  Children children;
  for (int grade = 0; grade < kGrades; ++grade) {
    const std::size_t cell = cell_of(school, grade);
    children.count += means.children[cell];
    children.peers += means.children[cell] * static_cast<double>(lookup.peers[cell]);
    children.baseline += means.children[cell] * means.baseline[cell];
  }
  return children;
}

/// Mean of the class-size term over a school's children, as the children's columns have it.
double mean_class_size(const World& world, const Lookup& lookup, std::size_t school, int subject,
                       int children) {
  const Posts& posts = world.posts;
  const Post other = subject == kMath ? Post::Ela : Post::Mathematics;
  double sum = 0.0;
  for (std::uint32_t post = posts.first[cell_of(school, 0)];
       post < posts.first[cell_of(school + 1, 0)]; ++post) {
    if (posts.post[post] == other) continue;
    sum += lookup.pupils[post] * static_cast<double>(lookup.class_size[subject][post]);
  }
  return sum / children;
}

}  // namespace

std::vector<SchoolSums> found_in(const IndividualSums& sums) {
  std::vector<SchoolSums> found;
  for (std::size_t s = 0; s < sums.fit.size(); ++s) {
    const SchoolSums here = {static_cast<std::uint32_t>(s),
                             {sums.teacher[kMath][s], sums.teacher[kEla][s]},
                             sums.fit[s],
                             sums.engagement[s],
                             sums.displaced[s],
                             sums.moved[s]};
    const bool none = here.teacher[kMath] == 0.0 && here.teacher[kEla] == 0.0 && here.fit == 0.0 &&
                      here.engagement == 0.0 && here.displaced == 0.0 && here.moved == 0;
    if (!none) found.push_back(here);
  }
  return found;
}

void record_terms(const World& world, const LearningParameters& nature, const CellMeans& means,
                  const Lookup& lookup, const std::vector<std::vector<SchoolSums>>& slices,
                  LearningOutcome& outcome) {
  const std::size_t schools = world.schools.size();
  const IndividualSums total = sum_of(slices, schools);
  outcome.growth.assign(schools, {});
  outcome.mean_baseline.assign(schools, 0.0);
  outcome.raw_growth = {};
  for (int m = 0; m < kSubjects; ++m) {
    outcome.peers[m] = lookup.peers;
    for (float& term : outcome.peers[m]) term *= static_cast<float>(subject_weight(nature, m));
  }
  for (std::size_t s = 0; s < schools; ++s) {
    const Children children = children_of(s, means, lookup);
    if (children.count == 0) continue;
    const SchoolId school{s};
    outcome.mean_baseline[school] = children.baseline / children.count;
    for (int m = 0; m < kSubjects; ++m) {
      std::array<double, kTerms> terms = lookup.school[s];
      const auto at = [&](Term term) -> double& { return terms[static_cast<std::size_t>(term)]; };
      at(Term::Peers) = children.peers / children.count;
      at(Term::Fit) = total.fit[s] / children.count;
      at(Term::Effort) += total.engagement[s] / children.count;
      at(Term::Disruption) -=
          (nature.own_move * total.moved[s] + total.displaced[s]) / children.count;
      for (double& term : terms) term *= subject_weight(nature, m);
      at(Term::Teacher) = total.teacher[m][s] / children.count;
      at(Term::ClassSize) = mean_class_size(world, lookup, s, m, children.count);
      double raw = 0.0;
      for (double term : terms) raw += term;
      outcome.raw_growth[m] += raw * children.count / static_cast<double>(world.students.size());
      at(Term::Anchor) = world.anchor[m];
      outcome.growth[school][m] = terms;
    }
  }
}

}  // namespace homeroom::learning
