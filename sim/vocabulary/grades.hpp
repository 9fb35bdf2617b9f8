// Grades, subjects and levels of schooling.
#pragma once

#include <array>
#include <cstdint>

namespace homeroom {

/// Kindergarten is 0, then first grade to twelfth grade.
inline constexpr int kKindergarten = 0;
inline constexpr int kLastGrade = 12;
inline constexpr int kGrades = 13;

/// Grades with a state test in both subjects (Massachusetts and most states: 3 to 8 and 10).
constexpr bool is_tested(int grade) { return (grade >= 3 && grade <= 8) || grade == 10; }

enum class Subject : std::uint8_t { Mathematics, Ela };
inline constexpr int kSubjects = 2;
inline constexpr int kMath = 0;
inline constexpr int kEla = 1;

template <class Value>
using PerSubject = std::array<Value, kSubjects>;

template <class Value>
using PerGrade = std::array<Value, kGrades>;

/// Where the table of school levels puts a grade span.
enum class Level : std::uint8_t { Elementary, Middle, High, K8, SixToTwelve, KTo12 };

struct GradeSpan {
  int first = 0;
  int last = 0;
  constexpr bool has(int grade) const { return grade >= first && grade <= last; }
  constexpr int size() const { return last - first + 1; }
};

/// The level by which a span is usually called.
constexpr Level level_of(GradeSpan span) {
  if (span.first <= 3) {
    return span.last >= 10 ? Level::KTo12 : span.last >= 7 ? Level::K8 : Level::Elementary;
  }
  if (span.first >= 9) return Level::High;
  return span.last >= 10 ? Level::SixToTwelve : Level::Middle;
}

/// Distance decay differs by stage: elementary, middle, high.
constexpr int stage_of(int grade) { return grade <= 5 ? 0 : grade <= 8 ? 1 : 2; }
inline constexpr int kStages = 3;

}  // namespace homeroom
