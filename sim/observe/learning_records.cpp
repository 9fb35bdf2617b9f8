#include "sim/observe/learning_records.hpp"

#include <limits>

#include "sim/observe/child_columns.hpp"
#include "sim/world/enrolment.hpp"

namespace homeroom {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

}  // namespace

void observe_learning(const World& world, const PerSubject<std::vector<float>>& peers,
                      const ChildGrowth& own, Batch& batch) {
  const Students& students = world.students;
  ChildColumns columns(students, batch);
  const auto stock = [&](const PerSubject<std::vector<float>>& values) {
    for (const auto& subject : values)
      columns.number([&](std::size_t row) { return subject[row]; });
  };
  columns.whole([](std::size_t row) { return row; });
  columns.whole([&](std::size_t row) { return students.arrived[row]; });
  columns.whole([&](std::size_t row) { return students.school[row]; });
  stock(students.baseline);
  stock(students.durable);
  stock(students.fleeting);
  stock(students.transient);
  for (int m = 0; m < kSubjects; ++m) {
    columns.number([&](std::size_t row) { return score_in_sd(students, row, m); });
  }
  for (const auto& subject : peers) {
    columns.number([&](std::size_t row) {
      const std::size_t cell = cell_of(students.school[row], students.grade[row]);
      return cell < subject.size() ? static_cast<double>(subject[cell]) : kUnknown;
    });
  }
  for (const auto* term : {&own.drive, &own.choices}) {
    for (const double weight : own.weight) {
      columns.number([&](std::size_t row) {
        return row < term->size() ? weight * static_cast<double>((*term)[row]) : kUnknown;
      });
    }
  }
  columns.end();
}

}  // namespace homeroom
