// The parts of the governance chapter, each a file of its own, in the order in which they happen.
#pragma once

#include "sim/year/governance.hpp"

namespace homeroom::governance {

/// What last year's schools say about the city, read by several parts.
struct City {
  double mean_score = 0;    ///< of all tested children, both subjects [state SD]
  bool tested = false;      ///< there was a test
  double rivals = 0;        ///< share of children in schools outside the district's employ
  double exempt_share = 0;  ///< share of the district's own schools with rights beyond ordinary
};
City look_at_city(const World& world, const Law& law);

/// Elections and appointments; `events` receives what happened.
SchoolBoard seat_board(const World& world, const Law& law, const GovernanceParameters& nature,
                       const City& city, const Dice& dice, std::vector<Event>& events);

/// Union strength where turnout is low: who decides an election few attend.
double opposition(const Law& law, const GovernanceParameters& nature, int year);

/// Stays, leaves or is replaced by the record.
Superintendent choose_superintendent(const World& world, const Law& law,
                                     const GovernanceParameters& nature, const SchoolBoard& board,
                                     const City& city, const Dice& dice,
                                     std::vector<Event>& events);

/// Buy-in, support office, compliance load.
CentralOffice move_office(const World& world, const Law& law, const GovernanceParameters& nature,
                          const Superintendent& superintendent, const City& city, const Dice& dice,
                          std::vector<Event>& events);

/// Who is in office this year.
struct InOffice {
  const SchoolBoard& board;
  const Superintendent& superintendent;
  const CentralOffice& office;
};

/// Agreements that reach their term, school by school.
void renew_agreement(const World& world, const Law& law, const GovernanceParameters& nature,
                     const InOffice& parties, const Dice& dice, SchoolId school,
                     SchoolGovernance& now, std::vector<Event>& events);

/// The share of rights withdrawn while ratings are low.
double trimmed_share(const World& world, const Law& law, const GovernanceParameters& nature,
                     SchoolId school, std::vector<Event>& events);

}  // namespace homeroom::governance
