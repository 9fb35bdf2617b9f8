// The outcomes that lists of signs may name: one number of a unit, in the world's own terms.
//
// A name begins with its kind of unit: "school.climate" is asked of every school that taught this
// year, "teacher." of every teacher in a school, "staff." of every teacher who was in a school a
// year ago, "child." of every child, "application." of every rank of a list and entry in a lottery,
// "city." once. NaN: this unit has no such number.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"
#include "sim/year/testing.hpp"

namespace homeroom::signs {

enum class Kind { School, Teacher, Staff, Child, Application, City };

/// What a child asked for this year.
namespace asked {
inline constexpr std::uint8_t kDistrict = 1, kLottery = 2, kExamination = 4;
}

/// A city at the end of a year, and what it had when the year began.
struct SeenYear {
  const World& world;
  const Law& law;
  const Students& before;
  const Teachers& teachers_before;
  const TestingOutcome& tests;
  /// Why each teacher of a year ago left its school, by row.
  std::vector<Departure> fate;
  /// What each child asked for, by row.
  std::vector<std::uint8_t> asked;

  SchoolId school_of(Kind kind, std::size_t unit) const;
  /// Units of a kind; those that are not there now (free rows, closed schools) count among them.
  std::size_t units(Kind kind) const;
  bool is_there(Kind kind, std::size_t unit) const;
};

using Look = std::function<double(const SeenYear&, std::size_t unit)>;

struct Outcome {
  std::string name;     ///< with its kind: "school.climate"
  std::string unit;     ///< "1" for a pure number or share
  std::string meaning;  ///< of one unit
  Look look;
  Kind kind = Kind::City;
};

/// All of them, kind by kind.
const std::vector<Outcome>& outcomes();
/// Null when there is none of this name.
const Outcome* find_outcome(const std::string& name);

/// The rooms of the registry, one file each.
std::vector<Outcome> school_outcomes();
std::vector<Outcome> change_outcomes();
std::vector<Outcome> growth_outcomes();
std::vector<Outcome> teacher_outcomes();
std::vector<Outcome> child_outcomes();
std::vector<Outcome> achievement_outcomes();
std::vector<Outcome> application_outcomes();
std::vector<Outcome> city_outcomes();
std::vector<Outcome> people_outcomes();
std::vector<Outcome> record_outcomes();

}  // namespace homeroom::signs
