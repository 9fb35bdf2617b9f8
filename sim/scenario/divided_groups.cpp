#include "sim/scenario/divided_groups.hpp"

#include <algorithm>
#include <map>

#include "sim/vocabulary/grades.hpp"

namespace homeroom {
namespace {

/// How far a choice of counts is from an even part: squares of what models lack in schools, and
/// grades in children, each over what an even part has.
class Unevenness {
 public:
  Unevenness(const std::vector<SchoolGroup>& groups, int parts) : groups_(groups), parts_(parts) {}

  double of(const std::vector<int>& counts) const {
    std::map<std::string, double> schools, lacking;
    std::vector<double> children(kGrades, 0.0), missing(kGrades, 0.0);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const SchoolGroup& group = groups_[i];
      if (group.count == 0) continue;
      const double even = static_cast<double>(group.count) / parts_;
      schools[group.model] += even;
      lacking[group.model] += even - counts[i];
      const double grades = group.last_grade - group.first_grade + 1;
      const double in_grade = group.students / group.count / grades;
      for (int grade = group.first_grade; grade <= group.last_grade; ++grade) {
        children[static_cast<std::size_t>(grade)] += even * in_grade;
        missing[static_cast<std::size_t>(grade)] += (even - counts[i]) * in_grade;
      }
    }
    double sum = 0.0;
    for (const auto& [model, lacks] : lacking) sum += lacks * lacks / schools[model];
    for (std::size_t grade = 0; grade < children.size(); ++grade) {
      if (children[grade] <= 0.0) continue;
      const double share = missing[grade] / children[grade];
      sum += share * share * static_cast<double>(groups_.size());
    }
    return sum;
  }

 private:
  const std::vector<SchoolGroup>& groups_;
  int parts_;
};

bool keeps_every_model(const std::vector<SchoolGroup>& groups, const std::vector<int>& counts) {
  std::map<std::string, int> before, after;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    before[groups[i].model] += groups[i].count;
    after[groups[i].model] += counts[i];
  }
  return std::all_of(before.begin(), before.end(), [&](const auto& of_model) {
    return of_model.second == 0 || after[of_model.first] > 0;
  });
}

/// Every grade that schools of a model teach, which take who finds no seat elsewhere.
bool keeps_grades_of(const std::string& model, const std::vector<SchoolGroup>& groups,
                     const std::vector<int>& counts) {
  std::vector<bool> before(kGrades, false), after(kGrades, false);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].model != model) continue;
    for (int grade = groups[i].first_grade; grade <= groups[i].last_grade; ++grade) {
      const auto at = static_cast<std::size_t>(grade);
      before[at] = before[at] || groups[i].count > 0;
      after[at] = after[at] || counts[i] > 0;
    }
  }
  return before == after;
}

}  // namespace

std::vector<int> divided_counts(const std::vector<SchoolGroup>& groups, int parts,
                                const std::string& ordinary) {
  const Unevenness unevenness(groups, parts);
  std::vector<int> counts;
  for (const SchoolGroup& group : groups) counts.push_back((group.count + parts - 1) / parts);
  double least = unevenness.of(counts);
  // One group, or two at a time, to their other neighbour, while that is nearer to an even part.
  const auto turned = [&](std::vector<int> from, std::size_t i) {
    if (groups[i].count % parts == 0) return from;
    from[i] = from[i] == groups[i].count / parts ? from[i] + 1 : from[i] - 1;
    return from;
  };
  for (bool nearer = true; nearer;) {
    nearer = false;
    std::vector<int> best = counts;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      for (std::size_t j = i; j < groups.size(); ++j) {
        std::vector<int> tried = turned(counts, i);
        if (j != i) tried = turned(std::move(tried), j);
        if (!keeps_every_model(groups, tried) || !keeps_grades_of(ordinary, groups, tried)) {
          continue;
        }
        const double left = unevenness.of(tried);
        if (left >= least - 1e-12) continue;
        least = left;
        best = std::move(tried);
        nearer = true;
      }
    }
    counts = std::move(best);
  }
  return counts;
}

}  // namespace homeroom
