// Engagement: what being where one wanted to be does to effort, slowly.
//
// Note. "Children whose family chose the school pull harder than those who were sent."
//   e' = d + r (e - d) + w (first [rank 1] + chosen [other rank] - off_list [no rank]
//        + climate c + noise N)
// with d the engagement with which the child came: years move it, and it comes back. So the spread
// of engagement (SD 1) and its tie to the family baseline stay what they were at birth.
// Source: assumed; the sign is that of the literature on choice and commitment. Kept in steps of
// 1/32 SD.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/core/described.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

struct EngagementParameters {
  double persistence = 0;  ///< r, per year
  double weight = 0;       ///< w
  double first_choice = 0, chosen = 0, off_list = 0, climate = 0, noise = 0;
  void describe(FieldVisitor& visit);
};

struct EngagementOutcome {
  std::vector<std::int8_t> engagement;  ///< new column [1/32 SD]
};

EngagementOutcome decide_engagement(const World& world, const EngagementParameters& nature,
                                    const Dice& dice);
void enact(World& world, EngagementOutcome&& outcome);

}  // namespace homeroom
