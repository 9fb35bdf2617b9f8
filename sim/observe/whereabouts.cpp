#include "sim/observe/whereabouts.hpp"

#include <limits>

#include "sim/observe/public_records.hpp"

namespace homeroom {
namespace {

double level_of(const Students& students, std::size_t row, int subject) {
  return static_cast<double>(students.baseline[subject][row]) +
         static_cast<double>(students.durable[subject][row]) +
         static_cast<double>(students.fleeting[subject][row]) +
         static_cast<double>(students.transient[subject][row]);
}

double score_of(const Students& students, std::size_t row, int subject) {
  const std::int16_t score = students.score[subject][row];
  const bool tested = is_tested(students.grade[row]) && score != kNoScore;
  return tested ? score / static_cast<double>(kScorePoints)
                : std::numeric_limits<double>::quiet_NaN();
}

void observe_children(const World& world, Batch& batch) {
  const Students& students = world.students;
  for (std::size_t row = 0; row < students.size(); ++row) {
    batch.add(static_cast<std::int64_t>(row))
        .add(static_cast<int>(students.arrived[row]))
        .add(static_cast<int>(students.school[row]))
        .add(static_cast<int>(students.arrival[row]))
        .add(static_cast<int>(students.group(row)))
        .add(static_cast<int>(students.has(row, trait::kLowIncome)))
        .add(static_cast<int>(students.has(row, trait::kEnglishLearner)))
        .add(static_cast<int>(students.has(row, trait::kSpecial)));
    for (int m = 0; m < kSubjects; ++m) batch.add(level_of(students, row, m));
    for (int m = 0; m < kSubjects; ++m) batch.add(score_of(students, row, m));
    batch.end_row();
  }
}

}  // namespace

void observe_whereabouts(const World& world, const RowKey& key, Whereabouts& whereabouts) {
  observe_children(world, whereabouts.children);
  observe_teachers(world, key, whereabouts.teachers);
}

}  // namespace homeroom
