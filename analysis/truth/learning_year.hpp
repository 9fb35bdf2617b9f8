// A year of one life of the city, child by child: where each is, and what its achievement is made
// of. Columns of the hidden table of learning.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/records/table.hpp"
#include "sim/vocabulary/grades.hpp"

namespace homeroom::truth {

struct LearningYear {
  int year = 0;
  std::vector<int> arrived, school;
  PerSubject<std::vector<double>> family, durable, fleeting, passing;  ///< [state SD]
  PerSubject<std::vector<double>> score;                               ///< NaN: not tested
  /// The year's growth [SD/year] from classmates; from the engagement that the child came with;
  /// from what years did to it, a design that suits the child, and moves. NaN: not lived here.
  PerSubject<std::vector<double>> peers, drive, choices;
  std::size_t size() const { return school.size(); }

  /// What a child can in any year: the family's part and what schools taught that is still there.
  double lasting(int subject, std::size_t row) const {
    return family[subject][row] + durable[subject][row] + fleeting[subject][row];
  }
  /// True achievement on the day.
  double level(int subject, std::size_t row) const {
    return lasting(subject, row) + passing[subject][row];
  }
  bool tested(int subject, std::size_t row) const {
    return score[subject][row] == score[subject][row];
  }
};

LearningYear learning_year(int year, const Batch& batch);

/// How stocks pass from year to year, and into which the school's terms go: nature.learning.
struct StockRates {
  double keep_durable = 0, keep_fleeting = 0;  ///< share that is left after a year
  double durable_part = 0;                     ///< of every term but the teacher's
};

/// What the year added to what a child can [SD/year]; `before`: the spring before.
double growth_in(const LearningYear& before, const LearningYear& year, const StockRates& rates,
                 int subject, std::size_t row);

}  // namespace homeroom::truth
