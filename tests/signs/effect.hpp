// What turning a cause did to an outcome, replicate by replicate over the same dice, and how far
// another seed would move it.
#pragma once

#include <string>
#include <vector>

#include "tests/signs/sign.hpp"

namespace homeroom::signs {

class Effect {
 public:
  /// Answers of both arms by replicate, of which a row judges the mean over `judged`.
  Effect(std::vector<double> before, std::vector<double> after, int judged);

  double before() const;
  double after() const;
  double size() const { return after() - before(); }
  /// Standard error of the size over the replicates that are judged; NaN of a single one.
  double error() const;
  /// "+0.154 +- 0.02"
  std::string text() const;

 private:
  std::vector<double> before_, after_;
  int judged_;
};

/// The size in the direction that was named.
double along(Direction direction, double size);

/// How many standard errors separate a row from failing, by its effect and by what stays without
/// its carrier; infinite where nothing is left to chance.
double margin_of_effect(const Sign& sign, const Effect& effect);
double margin_of_rest(const Sign& sign, const Effect& rest);

/// The chance that a normal variate falls this many standard errors or more below its mean.
double false_alarm(double margin);

}  // namespace homeroom::signs
