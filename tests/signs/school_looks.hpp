// Short ways to say where a school's number stands.
#pragma once

#include <cmath>

#include "tests/signs/outcomes.hpp"

namespace homeroom::signs::school {

inline constexpr const char* kGrowth = "SD/year";

template <class Column>
Outcome column(const char* name, const char* unit, const char* meaning, Column Schools::*of) {
  return {std::string("school.") + name, unit, meaning, [of](const SeenYear& y, std::size_t s) {
            return static_cast<double>((y.world.schools.*of)[SchoolId{s}]);
          }};
}

template <class Column>
Outcome principal(const char* name, const char* unit, const char* meaning, Column Principals::*of) {
  return {std::string("school.") + name, unit, meaning, [of](const SeenYear& y, std::size_t s) {
            return static_cast<double>((y.world.schools.principals.*of)[SchoolId{s}]);
          }};
}

template <class Value>
Outcome of_year(const char* name, const char* unit, const char* meaning, Value SchoolYear::*of) {
  return {std::string("school.") + name, unit, meaning, [of](const SeenYear& y, std::size_t s) {
            return static_cast<double>(y.world.results.school[SchoolId{s}].*of);
          }};
}

/// A count as a share of another.
template <class Part, class Whole>
Outcome share(const char* name, const char* meaning, Part SchoolYear::*part,
              Whole SchoolYear::*whole) {
  return {std::string("school.") + name, "share", meaning,
          [part, whole](const SeenYear& y, std::size_t s) {
            const SchoolYear& year = y.world.results.school[SchoolId{s}];
            const auto n = static_cast<double>(year.*whole);
            return n > 0 ? static_cast<double>(year.*part) / n : NAN;
          }};
}

inline Outcome in(const char* name, const char* unit, const char* meaning,
                  std::function<double(const Schools&, const SchoolYear&, SchoolId)> of) {
  return {std::string("school.") + name, unit, meaning, [of](const SeenYear& y, std::size_t s) {
            return of(y.world.schools, y.world.results.school[SchoolId{s}], SchoolId{s});
          }};
}

}  // namespace homeroom::signs::school
