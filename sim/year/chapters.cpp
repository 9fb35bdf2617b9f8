#include "sim/year/chapters.hpp"

namespace homeroom {

const std::vector<Chapter>& chapters_of_the_year() {
  static const std::vector<Chapter> chapters = {
      {"cohort", "Children move up a grade, graduate, leave the city; others take their place.",
       "nature.cohort.", "", "cohort",
       "grades, the city's leave rate, housing; schools that closed",
       "grades; new children in freed rows; who has no school any more"},
      {"governance", "Elections, succession, what the office believes, what rights are worth.",
       "nature.governance.", "law.governance.", "governance",
       "last year's results, board, office, unions",
       "board, superintendent, buy-in; every school's rights as they are honoured and used"},
      {"authorization", "Who may open a school, who converts, who begins again.",
       "nature.authorization.", "law.authorization.", "authorization",
       "ratings, founders, votes of teachers, the record",
       "openings, conversions, selections, takeovers, restarts"},
      {"seats", "How many children a school may take in each grade.", "", "", "choice",
       "children, sections of each grade",
       "how far classes stretch so that every child has a seat"},
      {"choice", "Families write lists, seats are assigned, every child ends in one open school.",
       "nature.choice.", "law.choice.", "choice", "public picture, distance, families, seats",
       "every child's school, and how it came there"},
      {"budget", "Money follows children or positions; what is left buys time and support.",
       "nature.budget.", "law.budget.", "budget", "children, payroll, rights",
       "money, hours, support, balances"},
      {"staffing", "Who leaves, who is removed, who is hired or placed, who teaches which class.",
       "nature.staffing.", "law.staffing.", "staffing",
       "enrolment, rights, pay; last year's climate", "teachers and posts, the pool"},
      {"leadership", "Principals learn, are worn down, leave and are followed by others.",
       "nature.leadership.", "", "leadership", "friction, urgency; last year's climate",
       "principals, their skill and frustration"},
      {"climate", "How a school feels to work in, and how much it fears for its existence.",
       "nature.climate.", "", "climate", "turnover, friction, leaders, fit", "climate, urgency"},
      {"mobility", "Children who change schools in the middle of the year.", "nature.mobility.", "",
       "mobility", "housing, choice, climate", "who sits where after mid-year moves"},
      {"engagement", "What being where one wanted to be does to effort, slowly.",
       "nature.mobility.engagement", "", "mobility",
       "rank of the school on the family's list, climate", "engagement"},
      {"classes", "Children of a school and grade are spread over its sections.", "", "",
       "learning", "children by school and grade, posts", "every child's section"},
      {"learning", "What each child gains in the year, and from what.", "nature.learning.",
       "law.counterfactual.", "learning", "everything above", "achievement; growth by term"},
      {"testing", "State tests, growth percentiles, value added.", "nature.testing.",
       "law.testing.", "testing", "achievement", "scores, growth percentiles, value added"},
      {"accountability", "Ratings, probation, closure, renewal; next year's public picture.",
       "nature.accountability.", "law.accountability.", "accountability",
       "this year's tests, books, enrolment",
       "ratings, probation, closure; next year's public picture"}};
  return chapters;
}

}  // namespace homeroom
