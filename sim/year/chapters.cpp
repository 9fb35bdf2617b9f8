#include "sim/year/chapters.hpp"

namespace homeroom {

const std::vector<Chapter>& chapters_of_the_year() {
  static const std::vector<Chapter> chapters = {
      {"cohort", "Children move up a grade, graduate, leave the city; others take their place.",
       "nature.cohort.", "", "cohort"},
      {"governance", "Elections, succession, what the office believes, what rights are worth.",
       "nature.governance.", "law.governance.", "governance"},
      {"authorization", "Who may open a school, who converts, who begins again.",
       "nature.authorization.", "law.authorization.", "authorization"},
      {"seats", "How many children a school may take in each grade.", "", "", "choice"},
      {"choice", "Families write lists, seats are assigned, every child ends in one open school.",
       "nature.choice.", "law.choice.", "choice"},
      {"budget", "Money follows children or positions; what is left buys time and support.",
       "nature.budget.", "law.budget.", "budget"},
      {"staffing", "Who leaves, who is removed, who is hired or placed, who teaches which class.",
       "nature.staffing.", "law.staffing.", "staffing"},
      {"leadership", "Principals learn, are worn down, leave and are followed by others.",
       "nature.leadership.", "", "leadership"},
      {"climate", "How a school feels to work in, and how much it fears for its existence.",
       "nature.climate.", "", "climate"},
      {"mobility", "Children who change schools in the middle of the year.", "nature.mobility.", "",
       "mobility"},
      {"engagement", "What being where one wanted to be does to effort, slowly.",
       "nature.mobility.engagement", "", "mobility"},
      {"classes", "Children of a school and grade are spread over its sections.", "", "",
       "learning"},
      {"learning", "What each child gains in the year, and from what.", "nature.learning.",
       "law.counterfactual.", "learning"},
      {"testing", "State tests, growth percentiles, value added.", "nature.testing.",
       "law.testing.", "testing"},
      {"accountability", "Ratings, probation, closure, renewal; next year's public picture.",
       "nature.accountability.", "law.accountability.", "accountability"}};
  return chapters;
}

}  // namespace homeroom
