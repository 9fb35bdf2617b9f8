// How many lines families write on their lists, told from the place and the law alone.
#pragma once

#include "sim/scenario/scenario.hpp"

namespace homeroom::app {

struct ListLines {
  double district = 0;  ///< on the district's lists
  double lottery = 0;   ///< applications to separate lotteries
};

/// Lines in `year`. Who must choose, because its school ends or it came from elsewhere, lists as
/// far as families of middling information take part; others as far as they ask for another school.
/// Lists that find too few schools are shorter: these are indices of lines and no counts.
ListLines list_lines(const Scenario& scenario, const Place& place, int year);

}  // namespace homeroom::app
