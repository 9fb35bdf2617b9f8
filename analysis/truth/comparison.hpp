// Replicates of a base and its alternatives, as pairs.
#pragma once

#include <string>
#include <vector>

#include "analysis/truth/moved.hpp"
#include "analysis/truth/paired.hpp"

namespace homeroom::truth {

/// One life of the base, year by year: alternatives are compared with it while they are lived.
class BaseLife {
 public:
  void add(int year, const YearTables& tables) { years_.push_back(life_.add(year, tables)); }
  const CityYear& at(std::size_t index) const { return years_[index]; }
  std::size_t years() const { return years_.size(); }

 private:
  CityYears life_;
  std::vector<CityYear> years_;
};

/// What is kept of one alternative's life.
struct Pair {
  std::vector<YearValues> values;  ///< by year
  std::vector<Moved> moved;
  std::vector<SchoolValues> schools = {};
};

/// One life of an alternative, beside a base that has been lived.
class AlternativeLife {
 public:
  explicit AlternativeLife(const BaseLife& base) : base_(base) {}
  /// The next year; the children must be those of the base.
  void add(int year, const YearTables& tables);
  Pair take() { return std::move(pair_); }

 private:
  const BaseLife& base_;
  CityYears life_;
  MoveCounter counter_;
  Pair pair_;
};

/// What is kept of one replicate.
struct Replicate {
  std::vector<YearValues> base;
  std::vector<Pair> alternatives;
  std::vector<SchoolValues> base_schools = {};  ///< by year, as `base`
};
std::vector<YearValues> values_of(const BaseLife& base);
std::vector<SchoolValues> schools_of(const BaseLife& base);

/// Finished replicates, in order, and what they are of.
struct Comparison {
  std::string base;
  std::vector<std::string> alternatives;
  std::vector<int> years;
  std::vector<Replicate> replicates;

  /// Models that any arm has in any year, in alphabetical order; the whole city, "", first.
  std::vector<std::string> models() const;
  PairedDifference difference(std::size_t alternative, std::size_t year, const std::string& model,
                              std::size_t measure) const {
    return mean_difference(alternative, year, model, {measure});
  }
  /// The same of the mean of some measures, such as that of both subjects.
  PairedDifference mean_difference(std::size_t alternative, std::size_t year,
                                   const std::string& model,
                                   const std::vector<std::size_t>& measures) const;
};

}  // namespace homeroom::truth
