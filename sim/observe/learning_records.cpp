#include "sim/observe/learning_records.hpp"

#include <limits>

#include "sim/world/enrolment.hpp"

namespace homeroom {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

template <class Value, class Of>
std::vector<Value> column(const Students& students, Of&& of) {
  std::vector<Value> values(students.size());
  for (std::size_t row = 0; row < values.size(); ++row) values[row] = static_cast<Value>(of(row));
  return values;
}

}  // namespace

void observe_learning(const World& world, const PerSubject<std::vector<float>>& peers,
                      const ChildGrowth& own, Batch& batch) {
  const Students& students = world.students;
  std::size_t next = 0;
  const auto whole = [&](auto&& of) { batch.put(next++, column<std::int64_t>(students, of)); };
  const auto number = [&](auto&& of) { batch.put(next++, column<double>(students, of)); };
  const auto stock = [&](const PerSubject<std::vector<float>>& values) {
    for (const auto& subject : values) number([&](std::size_t row) { return subject[row]; });
  };
  whole([](std::size_t row) { return row; });
  whole([&](std::size_t row) { return students.arrived[row]; });
  whole([&](std::size_t row) { return students.school[row]; });
  stock(students.baseline);
  stock(students.durable);
  stock(students.fleeting);
  stock(students.transient);
  for (const auto& subject : students.score) {
    number([&](std::size_t row) {
      const bool tested = is_tested(students.grade[row]) && subject[row] != kNoScore;
      return tested ? subject[row] / static_cast<double>(kScorePoints) : kUnknown;
    });
  }
  for (const auto& subject : peers) {
    number([&](std::size_t row) {
      const std::size_t cell = cell_of(students.school[row], students.grade[row]);
      return cell < subject.size() ? static_cast<double>(subject[cell]) : kUnknown;
    });
  }
  for (const auto* term : {&own.drive, &own.choices}) {
    for (const double weight : own.weight) {
      number([&](std::size_t row) {
        return row < term->size() ? weight * static_cast<double>((*term)[row]) : kUnknown;
      });
    }
  }
  batch.end_columns();
}

}  // namespace homeroom
