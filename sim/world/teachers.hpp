// Teachers and the posts they fill. A post is a class section's: (school, grade, section, subject).
#pragma once

#include <cstdint>
#include <vector>

#include "sim/vocabulary/employer.hpp"
#include "sim/vocabulary/entities.hpp"
#include "sim/vocabulary/grades.hpp"

namespace homeroom {

/// Where a teacher is.
enum class TeacherPlace : std::uint8_t {
  School,   ///< in a school, with a post
  Pool,     ///< on the district's payroll without a post
  Outside,  ///< the row is free
};

/// How a teacher came to the present school.
enum class Hire : std::uint8_t { Founding, Seniority, Consent, Late, Forced, Recruited };

/// Why a teacher left a school.
enum class Departure : std::uint8_t {
  None,
  Left,
  MovedInCity,
  DismissedPerformance,
  DismissedFit,
  Excess,
  Closure,
  Reset,
  Recruited,
  Retired,
  Released,
};

/// What a post teaches: elementary sections have one teacher for both subjects.
enum class Post : std::uint8_t { Both, Mathematics, Ela };

struct Teachers {
  std::vector<std::uint64_t> person;  ///< name in the dice: what caused the teacher to exist
  std::vector<TeacherPlace> place;
  std::vector<std::uint16_t> school;  ///< row of the school while in one
  std::vector<std::uint8_t> grade;
  std::vector<Post> post;
  PerSubject<std::vector<float>> effect;  ///< true effectiveness [state SD/year]
  std::vector<std::uint8_t> experience;   ///< years taught
  std::vector<std::uint8_t> seniority;    ///< years in the district
  std::vector<std::uint8_t> years_here;   ///< years in the present school
  std::vector<std::uint8_t> age;          ///< years
  std::vector<std::uint8_t> tenured;
  std::vector<Employer> employer;
  std::vector<float> fit;                 ///< fit with the present school's mission [SD]
  std::vector<float> morale;              ///< [SD]
  std::vector<float> seen_sum;            ///< sum of noisy yearly evaluations [SD/year]
  std::vector<std::uint8_t> seen_years;   ///< how many of them count
  std::vector<std::uint8_t> below_years;  ///< years since a removal was begun; 0: none
  std::vector<Hire> hired;
  std::vector<std::uint8_t> bonus_years;  ///< recruitment bonus runs this many years more
  std::vector<std::uint8_t> pool_years;   ///< years in the pool
  std::vector<std::uint8_t> may_return;   ///< 1: in the pool because the post was lost, not removed

  std::size_t size() const { return person.size(); }
  /// A free row (place Outside), appended if there is none from `from` on.
  TeacherId free_row(std::size_t from = 0);
  /// Room for so many rows. Without it appended rows come in small steps, since thousands of
  /// districts together hold millions of teachers.
  void reserve(std::size_t rows);
  bool in_school(std::size_t row) const { return place[row] == TeacherPlace::School; }
};

/// Posts of one school and grade lie side by side: sections 0..n-1, for secondary grades the
/// mathematics posts first and then the ELA posts.
struct Posts {
  std::vector<std::uint16_t> school;
  std::vector<std::uint8_t> grade;
  std::vector<std::uint8_t> section;
  std::vector<Post> post;
  std::vector<TeacherId> teacher;    ///< nobody: a long-term substitute
  std::vector<std::uint32_t> first;  ///< of cell school * kGrades + grade; one more than cells

  std::size_t size() const { return school.size(); }
};

}  // namespace homeroom
