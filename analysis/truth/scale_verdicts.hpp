// Whether cities of two sizes show the same, as far as replicates can tell.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/truth/scale_life.hpp"

namespace homeroom::truth {

/// Means of one life, by name of the quantity.
using LifeMeans = std::map<std::string, double>;

/// The same replicates of a city at two sizes.
struct SizePair {
  std::string name;                          ///< "x 4"
  std::vector<LifeMeans> reference, scaled;  ///< by replicate
};

struct ScaleVerdict {
  std::string size, quantity, unit;
  int pairs = 0;
  double reference = 0, scaled = 0;
  double difference = 0, error = 0;  ///< standard error over replicates, which share their dice
  double z = 0;                      ///< difference over error
  double p = 0;                      ///< two sides, by t of pairs - 1
  double adjusted = 0;               ///< after Holm, over every row that has one
  bool differs = false;              ///< adjusted below the error rate
};

/// A row for each quantity of each pair; NaN where fewer than two replicates tell it. All rows
/// together call a difference that is chance's with a probability of `error_rate` at most.
std::vector<ScaleVerdict> scale_verdicts(const std::vector<SizePair>& pairs, double error_rate);

/// A table for the eye, and comma-separated text.
std::string verdicts_text(const std::vector<ScaleVerdict>& verdicts);
std::string verdicts_csv(const std::string& scenario, const std::vector<ScaleVerdict>& verdicts);

}  // namespace homeroom::truth
