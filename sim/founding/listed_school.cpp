#include "sim/founding/listed_school.hpp"

namespace homeroom {

void ListedSchool::describe(FieldVisitor& visit) {
  visit.text("id", "the publisher's id of the school", id);
  visit.text("name", "name of the school in tables", name);
  visit.text("model", "school model", model);
  visit.text("second_model", "second model of a school of double status", second_model);
  visit.text("zone", "zone or network; schools of one name are one zone", zone);
  visit.integer({"first_grade", "grade", 0, 12, "lowest grade; kindergarten is 0"}, first_grade);
  visit.integer({"last_grade", "grade", 0, 12, "highest grade"}, last_grade);
  visit.numbers({"enrolment", "students", 0, 20000, "children by grade, from the lowest on"},
                enrolment);
  visit.integer({"prekindergarten", "students", 0, 20000,
                 "children whom the list counts before kindergarten; they are not founded"},
                prekindergarten);
  visit.integer({"ungraded", "students", 0, 20000,
                 "children whom the list counts in no grade; they are not founded"},
                ungraded);
  visit.number_if_known({"black", "share", 0, 1, "Black children"}, black);
  visit.number_if_known({"hispanic", "share", 0, 1, "Hispanic children"}, hispanic);
  visit.number_if_known({"white", "share", 0, 1, "White children"}, white);
  visit.number_if_known({"asian", "share", 0, 1, "Asian children"}, asian);
  visit.number_if_known({"low_income", "share", 0, 1, "children of low-income families"},
                        low_income);
  visit.number_if_known({"english_learner", "share", 0, 1, "English learners"}, english_learner);
  visit.number_if_known({"special", "share", 0, 1, "children in special education"}, special);
  visit.number_if_known({"x_km", "km", -1000, 1000, "where it stands, to the east"}, x_km);
  visit.number_if_known({"y_km", "km", -1000, 1000, "where it stands, to the north"}, y_km);
  visit.integer(
      {"opened", "year", 1600, 2100, "first year, or the year in which the school took its model"},
      opened);
  visit.flag("selective", "admits by examination", selective);
  visit.flag("special_school",
             "school of special education: the district places children with special needs there",
             special_school);
  visit.number({"further_seats", "share", 0, 1, "seats beyond those of place.seat_slack"},
               further_seats);
}

double ListedSchool::students() const {
  double sum = 0.0;
  for (const double children : enrolment) sum += children;
  return sum;
}

}  // namespace homeroom
