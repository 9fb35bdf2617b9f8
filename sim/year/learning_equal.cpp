#include "sim/year/learning_equal.hpp"

#include <algorithm>

#include "sim/year/displacement.hpp"
#include "sim/year/learning.hpp"

namespace homeroom::learning {
namespace {

constexpr std::size_t place_of(Term term) { return static_cast<std::size_t>(term); }

/// What displaced children lose beyond any mover, by row of the student table.
std::vector<double> losses_of_displaced(const World& world, const LearningParameters& nature) {
  std::vector<double> losses(world.students.size(), 0.0);
  for (const Displaced& child : world.displaced) {
    if (world.students.arrival[child.row] != Arrival::Displaced) continue;
    const SchoolId next = world.students.school_of(child.row);
    losses[child.row] = displaced_term(nature, growth_gained(world, child.from, next));
  }
  return losses;
}

/// The terms of one child in a subject, without the anchor.
class ChildTerms {
 public:
  ChildTerms(const World& world, const LearningParameters& nature, const Roll& roll,
             const Lookup& lookup)
      : students_(world.students),
        nature_(nature),
        roll_(roll),
        lookup_(lookup),
        engaged_(nature.effort_engagement / 32.0),
        displaced_(losses_of_displaced(world, nature)) {}

  std::array<double, kTerms> of(std::size_t row, int subject) const {
    const std::size_t school = students_.school[row];
    const std::size_t cell = cell_of(school, students_.grade[row]);
    std::array<double, kTerms> terms = lookup_.school[school];
    terms[place_of(Term::Peers)] = lookup_.peers[cell];
    terms[place_of(Term::Fit)] = lookup_.fit[school][kind_of(students_.traits[row])];
    terms[place_of(Term::Effort)] += engaged_ * students_.engagement[row];
    terms[place_of(Term::Disruption)] -= nature_.own_move * students_.moved[row] + displaced_[row];
    for (double& term : terms) term *= subject_weight(nature_, subject);
    const std::size_t section = roll_.section_of(students_, row);
    terms[place_of(Term::Teacher)] = lookup_.section[section][subject].teacher;
    terms[place_of(Term::ClassSize)] = lookup_.class_size[subject][section];
    return terms;
  }

 private:
  const Students& students_;
  const LearningParameters& nature_;
  const Roll& roll_;
  const Lookup& lookup_;
  const double engaged_;
  const std::vector<double> displaced_;
};

}  // namespace

EqualGrowth equal_growth(const World& world, const LearningParameters& nature, const Roll& roll,
                         const Lookup& lookup) {
  const ChildTerms child(world, nature, roll, lookup);
  EqualGrowth equal;
  PerGrade<int> children{};
  // In the order of rows, which fixes the rounding of sums.
  for (std::size_t row = 0; row < world.students.size(); ++row) {
    const std::size_t grade = world.students.grade[row];
    ++children[grade];
    for (int m = 0; m < kSubjects; ++m) {
      const std::array<double, kTerms> terms = child.of(row, m);
      for (std::size_t t = 0; t < terms.size(); ++t) equal.term[grade][m][t] += terms[t];
    }
  }
  for (std::size_t grade = 0; grade < kGrades; ++grade) {
    for (int m = 0; m < kSubjects; ++m) {
      for (double& term : equal.term[grade][m]) term /= std::max(1, children[grade]);
      equal.term[grade][m][place_of(Term::Anchor)] = world.anchor[m];
    }
  }
  return equal;
}

void equalise(const EqualGrowth& equal, const Roll& roll, Lookup& lookup) {
  for (std::size_t grade = 0; grade < kGrades; ++grade) {
    for (int m = 0; m < kSubjects; ++m) {
      const std::array<double, kTerms>& terms = equal.term[grade][m];
      double others = 0.0;
      for (const double term : terms) others += term;
      others -= terms[place_of(Term::Teacher)];
      for (std::size_t cell = grade; cell < roll.children.size(); cell += kGrades) {
        for (std::uint32_t at = roll.first[cell]; at < roll.first[cell + 1]; ++at) {
          lookup.section[at][m].teacher = static_cast<float>(terms[place_of(Term::Teacher)]);
          lookup.section[at][m].others = static_cast<float>(others);
        }
      }
    }
  }
}

void record_equal_terms(const World& world, const Roll& roll, const EqualGrowth& equal,
                        LearningOutcome& outcome) {
  const std::size_t schools = world.schools.size();
  outcome.growth.assign(schools, {});
  outcome.mean_baseline.assign(schools, 0.0);
  outcome.raw_growth = {};
  for (int m = 0; m < kSubjects; ++m) {
    outcome.peers[m].resize(roll.children.size());
    for (std::size_t cell = 0; cell < outcome.peers[m].size(); ++cell) {
      const double peers = equal.term[cell % kGrades][m][place_of(Term::Peers)];
      outcome.peers[m][cell] = static_cast<float>(peers);
    }
  }
  for (std::size_t s = 0; s < schools; ++s) {
    int children = 0;
    for (int grade = 0; grade < kGrades; ++grade) children += roll.children[cell_of(s, grade)];
    if (children == 0) continue;
    for (int grade = 0; grade < kGrades; ++grade) {
      const std::size_t cell = cell_of(s, grade);
      const double share = static_cast<double>(roll.children[cell]) / children;
      outcome.mean_baseline[SchoolId{s}] += share * roll.baseline[cell];
      for (int m = 0; m < kSubjects; ++m) {
        const auto& terms = equal.term[static_cast<std::size_t>(grade)][m];
        for (std::size_t t = 0; t < terms.size(); ++t) {
          outcome.growth[SchoolId{s}][m][t] += share * terms[t];
          if (t == place_of(Term::Anchor)) continue;
          outcome.raw_growth[m] +=
              terms[t] * roll.children[cell] / static_cast<double>(world.students.size());
        }
      }
    }
  }
}

}  // namespace homeroom::learning
