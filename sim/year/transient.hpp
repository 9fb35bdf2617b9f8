// The transient state v of a child: what a year's luck, health and mood do to achievement. Children
// are born with it (cohort), and every year renews it (learning).
#pragma once

namespace homeroom {

struct Transient {
  double sd = 0;           ///< SD of v in grades 3 and above [state SD]
  double early_noise = 1;  ///< SD in K-2 against later grades [ratio]
  double correlation = 0;  ///< of a shock in mathematics and in ELA: a bad year is bad in both
};

}  // namespace homeroom
