// The parts of the accountability chapter, each a file of its own, in the order in which they
// happen.
#pragma once

#include "sim/year/accountability.hpp"

namespace homeroom::accountability {

/// Index, history, percentile; needs all accounts at once.
void rate(const World& world, const Law& law, const AccountabilityParameters& nature,
          std::vector<SchoolAccount>& accounts);

/// What families will see next year.
void publish(const World& world, const AccountabilityParameters& nature,
             std::vector<SchoolAccount>& accounts);

/// Empty, insolvent and mismanaged schools.
void close_for_other_reasons(const World& world, const Law& law,
                             const AccountabilityParameters& nature, const Dice& dice,
                             SchoolAccount& account, std::vector<Event>& events);

/// Probation, reviews and what they lead to.
void hold_to_account(const World& world, const Law& law, const AccountabilityParameters& nature,
                     const Dice& dice, SchoolAccount& account, std::vector<Event>& events);

/// The state's list, and those who escaped it.
void list_for_takeover(const World& world, const Law& law, std::vector<SchoolAccount>& accounts,
                       std::vector<Event>& events);

/// Pay of idle staff as a share of revenue, by school or zone, where a model sets it a limit.
void count_idle_pay(const World& world, const Law& law, std::vector<SchoolAccount>& accounts);

void close(SchoolAccount& account, ClosureReason reason, std::vector<Event>& events);

}  // namespace homeroom::accountability
