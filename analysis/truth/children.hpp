// Achievement and gaps, from every child of a year.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/records/table.hpp"

namespace homeroom::truth {

/// Groups whose distance from the others is a gap.
struct Gap {
  std::string_view name;     ///< as in a measure's name
  std::string_view meaning;  ///< whose mean less whose
};
const std::vector<Gap>& gaps();

/// Names of the children's measures with their meanings, in the order of `ChildSums::values`.
struct ChildMeasure {
  std::string name, meaning;
};
const std::vector<ChildMeasure>& child_measures();

/// Sums over the children of a model or of the city.
class ChildSums {
 public:
  /// What a child's row says: true level and measured score, by subject, and who it is.
  struct Child {
    double value[4];  ///< level in mathematics and ELA, score in mathematics and ELA
    int group;        ///< position among the words of students.csv
    bool low_income, english_learner, special_education;
  };
  void add(const Child& child);
  /// In the order of `child_measures`; NaN where there is nobody. What concerns the children of the
  /// base comes last and is left NaN.
  std::vector<double> values() const;

 private:
  static constexpr int kSides = 11;  ///< everybody, then both sides of each gap
  double sum_[kSides][4] = {};
  int count_[kSides][4] = {};
  void add_to(int side, const Child& child);
};

}  // namespace homeroom::truth
