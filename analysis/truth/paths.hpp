// How each child came from where it stood before its school to where it stands now, in one life.
//
//   L(t) = B(t) + K_d(t) + K_f(t),  what lasts;   K(t) = keep^n K(s) + what years s+1..t added
//   L(t) = start + (L(s) - start) + own + choices + peers + school
//   own     = B(t) - B(s) + (keep^n - 1) K(s), in both stocks: the family's drift, and what fades;
//             and the sum over years u of keep^(t-u) times what the engagement adds that the child
//             came with
//   choices = the same of what years did to that engagement, of designs that suit, and of moves
//   peers   = the same of classmates
//   school  = the rest of what these years added and is still there at t
// start: the score of spring s, or L(s) where the child was not tested then. s is given for each
// child, by its school in another life: both lives are followed from one spring.
#pragma once

#include <vector>

#include "analysis/truth/learning_year.hpp"

namespace homeroom::truth {

struct Path {
  double start = 0;      ///< [state SD], as all
  double reversion = 0;  ///< what lasts at s less the start: a start measured too low or too high
  double own = 0, choices = 0, peers = 0, school = 0;
  double lasting() const { return start + reversion + own + choices + peers + school; }
};

class Paths {
 public:
  /// `springs`: s by row. Years are added from the first of them on.
  Paths(std::vector<int> springs, const StockRates& rates);
  void add(const LearningYear& year);
  /// At the last year that was added.
  Path of(const LearningYear& last, int subject, std::size_t row) const;

 private:
  /// What is left of a yearly term since s, in both stocks.
  struct Left {
    double durable = 0, fleeting = 0;
    void pass_year(double term, const StockRates& rates);
    double both() const { return durable + fleeting; }
  };
  struct Stand {
    double start = 0, lasting = 0, family = 0, durable = 0, fleeting = 0;  ///< at s
    Left kept;                                                             ///< of the stocks at s
    Left drive, choices, peers;
  };
  void begin(const LearningYear& year, int subject, std::size_t row, bool in_city);
  void pass_year(const LearningYear& year, int subject, std::size_t row);
  std::vector<int> springs_;
  StockRates rates_;
  PerSubject<std::vector<Stand>> stands_;
};

}  // namespace homeroom::truth
