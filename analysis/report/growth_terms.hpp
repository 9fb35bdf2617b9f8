// The terms into which growth splits, by the names of their columns, and the coefficients that each
// rests on.
#pragma once

#include <string>
#include <vector>

namespace homeroom::report {

struct GrowthTerm {
  std::string column;  ///< without the subject: "teacher" of teacher_math, teacher_ela
  std::string label;
  std::vector<std::string> coefficients;  ///< keys of nature that scale the term
};

/// All of them, in the order of the tables: they sum to the growth.
const std::vector<GrowthTerm>& growth_terms();

}  // namespace homeroom::report
