#include "sim/founding/place.hpp"

namespace homeroom {

void SchoolGroup::describe(FieldVisitor& visit) {
  visit.text("model", "school model of the group", model);
  visit.text("second_model", "second model of schools of double status", second_model);
  visit.text("name", "stem of the schools' names", name);
  visit.text("zone", "zone or network of the group's schools; groups of one name are one zone",
             zone);
  visit.integer({"count", "schools", 0, 5000, "schools in the group", Scaling::Extensive}, count);
  visit.number(
      {"students", "students", 0, 5e6, "children in all schools of the group", Scaling::Extensive},
      students);
  visit.integer({"first_grade", "grade", 0, 12, "lowest grade; kindergarten is 0"}, first_grade);
  visit.integer({"last_grade", "grade", 0, 12, "highest grade"}, last_grade);
  visit.number({"size_spread", "share", 0, 2, "coefficient of variation of school sizes"},
               size_spread);
  visit.integer({"opened_first", "year", 1600, 2100,
                 "first year in which a school of the group opened or converted"},
                opened_first);
  visit.integer({"opened_last", "year", 1600, 2100, "last such year"}, opened_last);
  visit.flag("selective", "admits by examination", selective);
  visit.number(
      {"further_seats", "share", 0, 1,
       "seats beyond those of place.seat_slack: schools that lose children after the entry "
       "grade and take few later need them to keep their enrolment"},
      further_seats);
  visit.number({"affluence", "SD", -3, 3, "stands in better-off (+) or poorer (-) neighbourhoods"},
               affluence);
}

double Place::children() const {
  double sum = 0.0;
  for (const SchoolGroup& group : schools) sum += group.students;
  for (const ListedSchool& school : school_list) sum += school.students();
  return sum;
}

void Place::describe(FieldVisitor& visit) {
  visit.text("title", "name of the city in tables", title);
  visit.number({"share_black", "share", 0, 1, "Black children"}, share_black);
  visit.number({"share_hispanic", "share", 0, 1, "Hispanic children"}, share_hispanic);
  visit.number({"share_white", "share", 0, 1, "White children"}, share_white);
  visit.number({"share_asian", "share", 0, 1, "Asian children"}, share_asian);
  visit.number({"share_low_income", "share", 0, 1, "children of low-income families"},
               share_low_income);
  visit.number({"share_english_learner", "share", 0, 1, "English learners"}, share_english_learner);
  visit.number({"share_special", "share", 0, 1, "children in special education"}, share_special);
  visit.number({"share_special_severe", "share", 0, 1,
                "children with severe special needs, part of share_special"},
               share_special_severe);
  visit.number(
      {"leave_rate", "share/year", 0, 0.5, "children whose family leaves the city; as many arrive"},
      leave_rate);
  visit.number({"sibling_share", "share", 0, 1, "pairs of household rows that are one family"},
               sibling_share);
  visit.integer({"neighbourhoods", "neighbourhoods", 1, 2000, "neighbourhoods of the city",
                 Scaling::Extensive},
                neighbourhoods);
  visit.number({"area_km2", "km2", 1, 20000, "settled area", Scaling::Extensive}, area_km2);
  visit.number(
      {"segregation_race", "log-odds", 0, 4, "SD of group log-odds between neighbourhoods"},
      segregation_race);
  visit.number({"segregation_income", "log-odds", 0, 4,
                "SD of low-income log-odds between neighbourhoods, groups apart"},
               segregation_income);
  visit.number({"field_correlation_km", "km", 0.1, 50,
                "range over which neighbourhoods resemble each other"},
               field_correlation_km);
  visit.number({"seat_slack", "share", 0, 20, "seats beyond enrolment"}, seat_slack);
  visit.integer({"opening_slots", "schools", 0, 500, "schools that may open during the run",
                 Scaling::Extensive},
                opening_slots);
  visit.number({"supply_per_vacancy", "candidates", 0, 20,
                "outside candidates in an ordinary year, per vacancy"},
               supply_per_vacancy);
  visit.number(
      {"supply_quality", "SD/year", -0.5, 0.5, "shift of outside candidates' mean effectiveness"},
      supply_quality);
  visit.number({"supply_novice_share", "share", 0, 1, "outside candidates without experience"},
               supply_novice_share);
  visit.number(
      {"market_pay", "ratio", 0.3, 3, "teachers' pay around the city against the district's"},
      market_pay);
  visit.number({"leader_supply", "SD", -2, 2, "shift of the ordinary pipeline of principals"},
               leader_supply);
  visit.number(
      {"founder_queue", "founders/year", 0, 100,
       "founders a year whom the city supplies without loss of quality", Scaling::Extensive},
      founder_queue);
  visit.number({"buy_in", "share", 0, 1, "central office's buy-in to autonomy at the start"},
               buy_in);
  visit.number(
      {"commitment", "share", 0, 1, "the superintendent's commitment to autonomy at the start"},
      commitment);
  visit.number(
      {"superintendent_years", "years", 0, 40, "the superintendent's years in post at the start"},
      superintendent_years);
  visit.number({"reform_share", "share", 0, 1, "reform share of board seats at the start"},
               reform_share);
  visit.number({"union_stance", "stance", -1, 1, "the union's stance toward autonomy"},
               union_stance);
  visit.number(
      {"service_quality", "share", 0, 1, "quality of the district's services at the start"},
      service_quality);
  visit.number({"growth_target", "SD/year", -0.5, 0.5,
                "mean growth against the state's typical school, where a source other than growth "
                "percentiles says so"},
               growth_target);
}

}  // namespace homeroom
