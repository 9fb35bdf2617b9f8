#include "sim/observe/whereabouts.hpp"

#include "sim/observe/child_columns.hpp"
#include "sim/observe/public_records.hpp"
#include "sim/observe/true_level.hpp"

namespace homeroom {
namespace {

double taught(const Students& students, std::size_t row, int subject) {
  return static_cast<double>(students.durable[subject][row]) +
         static_cast<double>(students.fleeting[subject][row]);
}

void observe_children(const Students& students, Batch& batch) {
  ChildColumns columns(students, batch);
  const auto has = [&](std::uint16_t flags) {
    columns.whole([&](std::size_t row) { return students.has(row, flags); });
  };
  columns.whole([](std::size_t row) { return row; });
  columns.whole([&](std::size_t row) { return students.arrived[row]; });
  columns.whole([&](std::size_t row) { return students.grade[row]; });
  columns.whole([&](std::size_t row) { return students.school[row]; });
  columns.whole([&](std::size_t row) { return students.arrival[row]; });
  columns.whole([&](std::size_t row) { return students.group(row); });
  has(trait::kLowIncome);
  has(trait::kEnglishLearner);
  has(trait::kSpecial);
  for (int m = 0; m < kSubjects; ++m) {
    columns.number([&](std::size_t row) { return true_level(students, row, m); });
  }
  for (int m = 0; m < kSubjects; ++m) {
    columns.number([&](std::size_t row) { return taught(students, row, m); });
  }
  for (int m = 0; m < kSubjects; ++m) {
    columns.number([&](std::size_t row) { return score_in_sd(students, row, m); });
  }
  columns.end();
}

}  // namespace

void observe_whereabouts(const World& world, const RowKey& key, Whereabouts& whereabouts) {
  observe_children(world.students, whereabouts.children);
  observe_teachers(world, key, whereabouts.teachers);
}

}  // namespace homeroom
