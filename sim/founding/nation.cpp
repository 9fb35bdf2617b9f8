#include "sim/founding/nation.hpp"

namespace homeroom {

void SizeClass::describe(FieldVisitor& visit) {
  visit.text("name", "what tables call the class", name);
  visit.integer({"count", "districts", 1, kMostDistricts, "districts of the class"}, count);
  visit.integer({"least", "students", 1, 2000000, "children of its smallest district"}, least);
  visit.integer({"most", "students", 1, 2000000, "children of its largest district"}, most);
  visit.number({"mean", "students", 1, 2000000, "children of a district, mean over the class"},
               mean);
  visit.number({"school_size", "students", 10, 5000, "children of a school, mean over the class"},
               school_size);
  visit.number({"share_black", "share", 0, 1, "Black children of a typical district"}, share_black);
  visit.number({"share_hispanic", "share", 0, 1, "Hispanic children of a typical district"},
               share_hispanic);
  visit.number({"share_white", "share", 0, 1, "White children of a typical district"}, share_white);
  visit.number({"share_asian", "share", 0, 1, "Asian children of a typical district"}, share_asian);
  visit.number({"share_low_income", "share", 0.01, 0.99,
                "children of low-income families in a typical district"},
               share_low_income);
  visit.number({"share_english_learner", "share", 0, 1,
                "English learners of a district with the class's typical groups; more or fewer "
                "with its Hispanic and Asian children"},
               share_english_learner);
  visit.number({"share_special", "share", 0, 1, "children in special education"}, share_special);
  visit.number({"share_special_severe", "share", 0, 1,
                "children with severe special needs, part of share_special"},
               share_special_severe);
  visit.number({"segregation_race", "log-odds", 0, 4,
                "SD of group log-odds between neighbourhoods, mean over districts"},
               segregation_race);
  visit.number({"density", "students/km2", 0.01, 2000, "children per settled area, typically"},
               density);
  visit.number({"market_pay", "ratio", 0.3, 3,
                "teachers' pay around a district against its own, mean over districts"},
               market_pay);
  visit.number({"choice_districts", "share", 0, 1, "districts that have schools of choice"},
               choice_districts);
  visit.number({"choice_share", "share", 0, 0.6,
                "children in schools of choice, in the districts that have any"},
               choice_share);
}

void Nation::describe(FieldVisitor& visit) {
  visit.integer({"districts", "districts", 0, kMostDistricts,
                 "districts that are drawn, spread over the classes in proportion; 0: all"},
                districts);
  visit.text("model", "school model of the districts' own schools", model);
  visit.text("choice_model", "school model of schools of choice beside them; empty: none",
             choice_model);
  visit.number(
      {"elementary_schools", "share", 0, 1, "of a district's own schools, elementary (K-5)"},
      elementary_schools);
  visit.number({"middle_schools", "share", 0, 1,
                "of a district's own schools, middle (6-8); the others are high schools"},
               middle_schools);
  visit.number({"size_spread", "share", 0, 2,
                "coefficient of variation of school sizes of one level in a district"},
               size_spread);
  visit.number({"neighbourhoods_per_school", "neighbourhoods", 0, 5,
                "neighbourhoods for each school, beside the first"},
               neighbourhoods_per_school);
  visit.number({"field_width", "share", 0.01, 2,
                "range over which neighbourhoods resemble each other, of the area's width"},
               field_width);
  visit.number({"poverty_groups", "log-odds per SD", 0, 3,
                "what an SD of a district's poverty adds to its Black and Hispanic log-odds"},
               poverty_groups);
  visit.number({"spread_low_income", "log-odds", 0, 3,
                "SD of low-income log-odds between districts of a class"},
               spread_low_income);
  visit.number({"spread_groups", "log-odds", 0, 3,
                "SD of each group's log-odds between districts of a class, poverty apart"},
               spread_groups);
  visit.number({"spread_segregation", "log", 0, 2, "SD of the logarithm of segregation"},
               spread_segregation);
  visit.number({"spread_area", "log", 0, 3, "SD of the logarithm of area for a number of children"},
               spread_area);
  visit.number({"spread_pay", "log", 0, 1, "SD of the logarithm of pay around a district"},
               spread_pay);
  visit.number(
      {"spread_school_size", "log", 0, 2, "SD of the logarithm of a district's mean school size"},
      spread_school_size);
}

}  // namespace homeroom
