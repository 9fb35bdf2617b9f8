// For each child in a school of some kind, children elsewhere who looked like it before.
//
// Twins sat in a feeder school of the child's school in the year before, are in a school they are
// looked for in now, and agree with the child, the year before, in grade, group, low income,
// English learning and special education, and within .1 SD in the score; of more than seven the
// nearest are taken (by score, then by their order in the records). Source: CREDO (2013), National
// Charter School Study, Technical Appendix: virtual control records. It takes gender as well, which
// no record here has, and seven of more at random.
#pragma once

#include <string>
#include <vector>

#include "analysis/estimators/twin_pool.hpp"
#include "analysis/panel/panel.hpp"

namespace homeroom::estimators {

struct TwinQuestion {
  int before = 0, year = 0;            ///< what children were like, and what became of them
  int subject = 0;                     ///< kMath or kEla
  std::vector<std::string> models;     ///< of the children's schools in `year`
  std::vector<std::string> reference;  ///< of the twins' schools, in both years
  /// Only children who were not yet in a school of the models in the year before: what they had
  /// learned there is in the score by which others are matched.
  bool newcomers = true;
};

/// Every child asked for, in the order of the records. Throws std::invalid_argument where years are
/// not in the panel or `before` is not before.
std::vector<Twins> virtual_twins(const panel::Panel& panel, const TwinQuestion& question);

}  // namespace homeroom::estimators
