// Values of one quantity by group, year and replicate, and what they come to over replicates.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace homeroom::report {

/// By replicate.
using Lives = std::map<int, double>;

struct Summary {
  int replicates = 0;
  double mean = 0, error = 0;  ///< Monte Carlo error: one standard error; NaN of one replicate
  double low = 0, high = 0;    ///< what is asked for: quantiles, or an interval of the mean
};

/// The middle 90 % of replicates; from the least to the greatest where there are fewer than 20.
Summary spread_of(const Lives& lives);
/// The 95 % confidence interval of the mean (Student's t).
Summary interval_of(const Lives& lives);
/// One less the other, over replicates that have both.
Lives difference_of(const Lives& one, const Lives& other);

/// What the band of `spread_of` is, in words.
std::string band_words(int replicates);

class Replicates {
 public:
  /// What is no number is left out.
  void add(std::string_view group, int year, int replicate, double value);
  /// Empty where there are none.
  const Lives& of(const std::string& group, int year) const;
  std::vector<std::string> groups() const;
  std::vector<int> years() const;
  bool empty() const { return values_.empty(); }
  /// The most replicates that any group and year has.
  int replicates() const;

 private:
  std::map<std::pair<std::string, int>, Lives> values_;
};

}  // namespace homeroom::report
