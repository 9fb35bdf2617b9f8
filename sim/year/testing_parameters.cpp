#include "sim/year/testing.hpp"

namespace homeroom {

void TestingParameters::describe(FieldVisitor& visit) {
  visit.number({"reliability", "share", 0.5, 1, "reliability of a test score"}, reliability);
  visit.number({"adjacent", "1", 0.3, 0.99, "correlation of the state's scores one year apart"},
               adjacent);
  visit.number({"two_apart", "1", 0.2, 0.99, "correlation of the state's scores two years apart"},
               two_apart);
  visit.number(
      {"three_apart", "1", 0.1, 0.99, "correlation of the state's scores three years apart"},
      three_apart);
  visit.number({"error_correlation", "1", 0, 1,
                "correlation of a child's measurement errors in the two subjects"},
               error_correlation);
  visit.number({"cut_math", "state SD", -3, 3, "proficiency cut in mathematics"}, cut_math);
  visit.number({"cut_ela", "state SD", -3, 3, "proficiency cut in ELA"}, cut_ela);
  visit.number({"level_near", "standard errors", 0, 5,
                "value added nearer to the state's mean than this is level 3"},
               level_near);
  visit.number({"level_far", "standard errors", 0, 10,
                "value added farther from it than this is level 1 or 5"},
               level_far);
  visit.number({"absent", "share", 0, 0.5, "children who do not sit the tests"}, absent);
  visit.integer(
      {"minimum_tested", "students", 1, 100, "fewer growth percentiles are not published"},
      minimum_tested);
}

}  // namespace homeroom
