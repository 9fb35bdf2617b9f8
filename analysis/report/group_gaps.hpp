// How far apart groups of children are.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "analysis/report/replicates.hpp"
#include "analysis/report/results.hpp"

namespace homeroom::report {

/// A gap between two groups: children of `ahead` less those of `behind`, words of groups.csv.
struct GroupGap {
  const char* measure;  ///< begin of its names in differences.csv
  const char *ahead, *behind;
  const char *ahead_words, *behind_words, *label;
};
inline constexpr std::array<GroupGap, 5> kGroupGaps = {
    {{"gap_low_income", "not_low_income", "low_income", "other", "low-income",
      "low-income and other children"},
     {"gap_black_white", "white", "black", "White", "Black", "White and Black children"},
     {"gap_hispanic_white", "white", "hispanic", "White", "Hispanic",
      "White and Hispanic children"},
     {"gap_english_learner", "not_english_learner", "english_learner", "other", "English-learning",
      "English learners and others"},
     {"gap_special_education", "not_special_education", "special_education", "other",
      "special-education", "special education and others"}}};

/// Means of groups by school model (the whole city as ""), year and replicate: of columns of
/// groups.csv or truth_groups.csv, mean of the columns.
class GroupMeans {
 public:
  /// Throws TableFault.
  GroupMeans(const Results& results, const char* table, const std::vector<std::string>& columns);
  /// Of every model, in years and replicates in which it has both groups.
  Replicates gap(const GroupGap& gap) const;

 private:
  std::map<std::string, Replicates> groups_;
};

}  // namespace homeroom::report
