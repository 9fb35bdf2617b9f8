// What lasted and what ended: schools, agreements and zones, counted from the first policy year on.
//
// A school ends when it closes; one that changes its model leaves the old model's count without
// having ended. An agreement ends when it lapses; renewed, it counts again. A zone ends when no
// open school with an agreement in force, or without need of one, is left in it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/core/fields.hpp"
#include "sim/observe/survival.hpp"
#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

enum class Lasting { School, Agreement, Zone };
inline constexpr std::size_t kLasting = 3;

/// How many were at risk in a year, or at an age, and how many of them ended.
struct Exposure {
  int at_risk = 0, ended = 0;
};

HOMEROOM_FIELDS(Exposure, at_risk, ended)

/// One kind of thing in one school model, or in the city.
struct Lifetime {
  Exposure now;               ///< this year
  Survival since_policy;      ///< over the policy years
  std::vector<Exposure> age;  ///< by years since it began, over the policy years
};

HOMEROOM_FIELDS(Lifetime, now, since_policy, age)

class Lifetimes {
 public:
  explicit Lifetimes(std::size_t models) : of_(models + 1) {}
  /// Notes a year of the burn-in or of the policy; every year once, in order.
  void note(const World& world, const Law& law);
  std::size_t models() const { return of_.size() - 1; }
  /// Of the model in this row; of the city for the row behind the last.
  const Lifetime& of(std::size_t model, Lasting kind) const {
    return of_[model][static_cast<std::size_t>(kind)];
  }

 private:
  HOMEROOM_OWN_FIELDS(Lifetimes, of, lapsed, zone_stood)
  void count(ModelId model, Lasting kind, int age, bool ended);
  void note_school(const World& world, const Law& law, SchoolId school);
  void note_zones(const World& world, const Law& law);

  std::vector<std::array<Lifetime, kLasting>> of_;
  std::vector<std::uint8_t> lapsed_;      ///< by school: its agreement had lapsed a year ago
  std::vector<std::uint8_t> zone_stood_;  ///< by zone: it stood a year ago
};

}  // namespace homeroom
