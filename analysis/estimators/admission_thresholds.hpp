// How far down its order each school went, found from the offers and refusals of a centralised
// assignment.
//
// Lines of one school, grade and class of priority are a cell. Who is placed at a school that it
// lists before never asked; of those who asked, the numbers served and the numbers refused tell the
// threshold: half way between the last served and the first refused. A school that keeps some seats
// in another order (for its zone, say) may stop in two classes; each cell has its own threshold.
// Where nobody of a cell asked, worse classes that were served say 1, refusals of better ones 0.
// Examinations break ties by result, which is no luck: there a line has 1 or 0.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/estimators/preference_lists.hpp"

namespace homeroom::estimators {

enum class Assignment {
  DeferredAcceptance,
  ImmediateAcceptance,  ///< a school listed before is asked before: rank stands above all classes
};

struct AdmissionThresholds {
  std::vector<double> taken;  ///< by line of the table, 0 to 1
  /// Lines refused although a worse number of their cell was served: more than none means that
  /// seats were not given in this way.
  int passed_over = 0;
};

/// `examined`: by line, whether the school admits by examination.
AdmissionThresholds admission_thresholds(const panel::Applications& made,
                                         const PreferenceLists& lists,
                                         const std::vector<std::uint8_t>& examined,
                                         Assignment assignment);

}  // namespace homeroom::estimators
