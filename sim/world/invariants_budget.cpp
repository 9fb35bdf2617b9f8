#include "sim/world/invariants_budget.hpp"

#include "sim/vocabulary/units.hpp"

namespace homeroom {

std::string budget_fault(const World& world) {
  const CentralOffice& office = world.office;
  Cents after = to_cents(office.cash);
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    const double balance = world.schools.fund_balance[school];
    if (!(balance == balance)) return "school " + std::to_string(row) + " has no balance";
    after += to_cents(balance);
  }
  const Cents flow = to_cents(office.revenue) - to_cents(office.outlay);
  const Cents change = after - to_cents(office.balance_before);
  if (flow == change) return {};
  return "dollars in less dollars out are " + std::to_string(flow) +
         " cents, but all balances changed by " + std::to_string(change) + " cents";
}

}  // namespace homeroom
