#include "sim/world/students.hpp"

namespace homeroom {

void Students::resize(std::size_t rows) {
  arrived.resize(rows);
  home.resize(rows);
  traits.resize(rows);
  information.resize(rows);
  housing.resize(rows);
  drive.resize(rows);
  grade.resize(rows);
  for (int m = 0; m < kSubjects; ++m) {
    baseline[m].resize(rows);
    durable[m].resize(rows);
    fleeting[m].resize(rows);
    transient[m].resize(rows);
    score[m].resize(rows, kNoScore);
    score_before[m].resize(rows, kNoScore);
  }
  engagement.resize(rows);
  school.resize(rows);
  section.resize(rows);
  arrival.resize(rows);
  rank.resize(rows, kNoRank);
  moved.resize(rows);
}

}  // namespace homeroom
