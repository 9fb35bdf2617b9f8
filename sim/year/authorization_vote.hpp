// A staff votes on its school's conversion, teacher by teacher.
#pragma once

#include "sim/year/authorization.hpp"

namespace homeroom::authorization {

struct Ballots {
  std::uint32_t yes = 0, cast = 0;
  double share() const { return cast ? static_cast<double>(yes) / cast : 0.0; }
};

Ballots vote(const World& world, const Law& law, const AuthorizationParameters& nature,
             const Dice& dice, SchoolId school, const SchoolModel& offered);

/// True if at least `threshold` of those who voted said yes, in whole numbers: a threshold written
/// with few digits stands for the plain fraction it is near (.667 is two thirds, and 2 of 3 pass).
bool reaches(const Ballots& ballots, double threshold);

}  // namespace homeroom::authorization
