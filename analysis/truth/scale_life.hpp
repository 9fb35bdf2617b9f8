// What must not hang on how large a city is: means, shares, gaps, growth, turnover, first choices,
// and how far schools differ, each a mean over the years of one life.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/truth/city_year.hpp"

namespace homeroom::truth {

struct ScaleQuantity {
  std::string name, unit, meaning;
};

/// Quantities of the whole city, in the order in which they are told. Shares of school models in
/// its children are told beside them, under "enrolment_share of KEY".
const std::vector<ScaleQuantity>& scale_quantities();

/// Means over the years in which a quantity is known.
class ScaleLife {
 public:
  /// The next year.
  void add(int year, const YearTables& tables);
  std::map<std::string, double> means() const;

 private:
  struct Sum {
    double sum = 0;
    int years = 0;
  };
  void note(const std::string& name, double value);
  CityYears life_;
  std::map<std::string, Sum> sums_;
};

}  // namespace homeroom::truth
