// Outcomes of a run by name: one number each, from the tables that a run writes.
//
//   TABLE.COLUMN[.MODEL][@WHEN]     models.value_added.pilot@mean, district.proficiency_math@last
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/run/replicate.hpp"

namespace homeroom {

/// Which of the policy years, or what of all of them; years in which the number is missing do not
/// count in means and sums.
enum class OutcomeWhen { Last, First, Mean, Sum, Change, Year };

struct Outcome {
  std::string name;  ///< as it was asked for
  std::size_t table = 0, column = 0;
  std::string model;  ///< key; empty: the whole city
  OutcomeWhen when = OutcomeWhen::Last;
  int year = 0;  ///< calendar year, of OutcomeWhen::Year
  std::string_view unit, meaning;
};

/// What an outcome's name says; `fault` and what is allowed where it says nothing.
struct OutcomeReading {
  Outcome outcome;
  std::string fault, allowed, nearest;
};
OutcomeReading read_outcome(const std::string& name);

/// Names of all outcomes without model and year, table by table, with unit and meaning.
std::vector<Outcome> known_outcomes();

/// Takes a run's outcomes out of its policy years, one after the other.
class OutcomeReader {
 public:
  explicit OutcomeReader(const std::vector<Outcome>& outcomes);
  /// The next policy year, alone in its tables.
  void add(const ReplicateRecords& year);
  /// In the order of the outcomes; NaN: there is none.
  std::vector<double> values() const;

 private:
  struct Series {
    double first, last, sum;
    int count = 0;
  };
  const std::vector<Outcome>& outcomes_;
  std::vector<Series> series_;
  bool begun_ = false;
};

}  // namespace homeroom
