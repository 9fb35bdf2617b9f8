// The transient state v of a child: what a year's luck, health and mood do to achievement. Children
// are born with it (cohort), and every year renews it (learning).
#pragma once

#include "sim/vocabulary/grades.hpp"

namespace homeroom {

struct Transient {
  double sd = 0;           ///< SD of v from grade 8 on [state SD]
  double early_noise = 1;  ///< SD in kindergarten against grade 8 [ratio]
  double correlation = 0;  ///< of a shock in mathematics and in ELA: a bad year is bad in both

  /// SD of v in a grade against grade 8: young children's scores change more from year to year.
  double noise_in(int grade) const {
    constexpr int kSettled = 8;
    return grade >= kSettled ? 1.0 : early_noise + (1.0 - early_noise) * grade / kSettled;
  }
};

}  // namespace homeroom
