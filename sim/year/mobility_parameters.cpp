#include "sim/year/mobility.hpp"

namespace homeroom {

void MobilityParameters::describe(FieldVisitor& visit) {
  visit.number({"move", "logit", -8, 2,
                "moving within the year: a child above low income, in a school chosen but not "
                "first, with housing of middling stability"},
               move);
  visit.number({"low_income", "logit", -1, 3, "moving: low-income families"}, low_income);
  visit.number({"not_chosen", "logit", -1, 3, "moving: children in a school not chosen"},
               not_chosen);
  visit.number({"first_choice", "logit", -1, 3, "staying: children in the school ranked first"},
               first_choice);
  visit.number({"housing", "logit", -1, 5, "moving: unsettled against settled housing"}, housing);
  visit.number({"climate", "logit", -1, 3, "staying: per unit of school climate"}, climate);
  visit.integer({"nearest_schools", "schools", 1, 60, "schools that a mover looks at"},
                nearest_schools);
  visit.number({"distance", "1/km", 0, 3, "cost of a kilometre to a mover"}, distance);
  visit.number({"backfill", "share", 0, 1,
                "chance that a school with its own lottery offers a mover a vacant seat"},
               backfill);
  visit.number(
      {"late_arrival", "share", 0, 1, "newcomers to the city who arrive after the year began"},
      late_arrival);
  engagement.describe(visit);
}

}  // namespace homeroom
