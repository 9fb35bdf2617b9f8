#include "sim/observe/whereabouts.hpp"

#include <limits>

#include "sim/observe/public_records.hpp"
#include "sim/observe/true_level.hpp"

namespace homeroom {
namespace {

double taught(const Students& students, std::size_t row, int subject) {
  return static_cast<double>(students.durable[subject][row]) +
         static_cast<double>(students.fleeting[subject][row]);
}

double score_of(const Students& students, std::size_t row, int subject) {
  const std::int16_t score = students.score[subject][row];
  const bool tested = is_tested(students.grade[row]) && score != kNoScore;
  return tested ? score / static_cast<double>(kScorePoints)
                : std::numeric_limits<double>::quiet_NaN();
}

/// Values of all children, in the order of their rows.
template <class Value, class Of>
std::vector<Value> column(const Students& students, Of&& of) {
  std::vector<Value> values(students.size());
  for (std::size_t row = 0; row < values.size(); ++row) values[row] = static_cast<Value>(of(row));
  return values;
}

void observe_children(const Students& students, Batch& batch) {
  std::size_t next = 0;
  const auto whole = [&](auto&& of) { batch.put(next++, column<std::int64_t>(students, of)); };
  const auto number = [&](auto&& of) { batch.put(next++, column<double>(students, of)); };
  const auto has = [&](std::uint16_t flags) {
    whole([&](std::size_t row) { return students.has(row, flags); });
  };
  whole([](std::size_t row) { return row; });
  whole([&](std::size_t row) { return students.arrived[row]; });
  whole([&](std::size_t row) { return students.grade[row]; });
  whole([&](std::size_t row) { return students.school[row]; });
  whole([&](std::size_t row) { return students.arrival[row]; });
  whole([&](std::size_t row) { return students.group(row); });
  has(trait::kLowIncome);
  has(trait::kEnglishLearner);
  has(trait::kSpecial);
  for (int m = 0; m < kSubjects; ++m) {
    number([&](std::size_t row) { return true_level(students, row, m); });
  }
  for (int m = 0; m < kSubjects; ++m) {
    number([&](std::size_t row) { return taught(students, row, m); });
  }
  for (int m = 0; m < kSubjects; ++m) {
    number([&](std::size_t row) { return score_of(students, row, m); });
  }
  batch.end_columns();
}

}  // namespace

void observe_whereabouts(const World& world, const RowKey& key, Whereabouts& whereabouts) {
  observe_children(world.students, whereabouts.children);
  observe_teachers(world, key, whereabouts.teachers);
}

}  // namespace homeroom
