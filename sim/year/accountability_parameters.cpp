#include "sim/year/accountability.hpp"

namespace homeroom {

void AccountabilityParameters::describe(FieldVisitor& visit) {
  visit.integer({"rating_kept_years", "years", 0, 10,
                 "years for which a school without tests keeps its last rating"},
                rating_kept_years);
  visit.number({"trim_step", "share", 0, 1, "rights withdrawn at a failed review"}, trim_step);
  visit.number({"trim_severity", "share", 0, 1,
                "how much of a loss that is, against losing the school or the post"},
               trim_severity);
  visit.number({"appointed_resistance", "share", 0, 1,
                "resistance that an appointed board feels, against an elected one"},
               appointed_resistance);
  visit.number({"enrolment_resistance", "share", 0, 1,
                "part of the resistance that can be raised for an empty school"},
               enrolment_resistance);
  visit.integer({"under_enrolled_years", "years", 1, 10,
                 "years below the minimum enrolment before a school may be closed"},
                under_enrolled_years);
  visit.number({"insolvency", "share of revenue", 0, 2,
                "debt from which a legally separate school is insolvent"},
               insolvency);
  visit.number({"insolvency_closes", "1/year", 0, 1, "chance that an insolvent school closes"},
               insolvency_closes);
  visit.number({"mismanagement", "1/year", 0, 0.2,
                "chance that a legally separate school closes for mismanagement and the like"},
               mismanagement);
  visit.number({"separate_closure_cost", "share", 0, 1,
                "political cost of closing a school whose staff the district does not pay"},
               separate_closure_cost);
  visit.number(
      {"rivals_quiet", "share", 0, 1, "part of that cost gone where many operators want the slot"},
      rivals_quiet);
  visit.number({"restart_cost", "share", 0, 1, "political cost of a restart, against a closure"},
               restart_cost);
  visit.number({"replicate_top", "share", 0, 1, "top share of ratings that may replicate"},
               replicate_top);
  visit.integer({"replicate_years", "years", 1, 3, "years of ratings that replication needs"},
                replicate_years);
  visit.number({"picture_fade", "1/year", 0, 1,
                "share of its last picture that a school without children keeps"},
               picture_fade);
  visit.integer({"memory_years", "years", 1, 12, "years for which a board remembers closures"},
                memory_years);
}

}  // namespace homeroom
