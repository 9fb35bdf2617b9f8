// Paired differences as `homeroom compare` wrote them, found by what they are of.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "analysis/report/results.hpp"

namespace homeroom::report {

struct Difference {
  std::string unit;
  double base = 0, alternative = 0, difference = 0, error = 0, low = 0, high = 0;
  int replicates = 0;
  /// The whole interval lies on one side of 0.
  bool is_told() const { return low > 0 || high < 0; }
};

class Differences {
 public:
  /// Throws TableFault.
  explicit Differences(const Results& results);

  /// Null where there is none, or no number in it. The model "" is the whole city.
  const Difference* find(const std::string& alternative, int year, const std::string& model,
                         const std::string& measure) const;
  const std::vector<std::string>& alternatives() const { return alternatives_; }
  /// Measures in the order of the table.
  const std::vector<std::string>& measures() const { return measures_; }
  const std::vector<int>& years() const { return years_; }
  int last_year() const { return years_.empty() ? 0 : years_.back(); }
  int replicates() const { return replicates_; }

 private:
  std::map<std::tuple<std::string, int, std::string, std::string>, Difference> rows_;
  std::vector<std::string> alternatives_, measures_;
  std::vector<int> years_;
  int replicates_ = 0;
};

}  // namespace homeroom::report
