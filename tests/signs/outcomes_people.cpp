// What can be said of the people of a school together: its staff, its children, who lives near.
#include <cmath>
#include <numeric>

#include "sim/year/climate_sums.hpp"
#include "tests/signs/outcomes.hpp"
#include "tests/signs/sample.hpp"

namespace homeroom::signs {
namespace {

/// Of those who teach in the school.
Outcome staff(const char* name, const char* unit, const char* meaning,
              std::function<double(const Teachers&, std::size_t row)> of, bool spread = false) {
  return {std::string("school.") + name, unit, meaning,
          [of, spread](const SeenYear& y, std::size_t school) {
            Sample sample;
            for (std::size_t row = 0; row < y.world.teachers.size(); ++row) {
              const bool here =
                  y.world.teachers.in_school(row) && y.world.teachers.school[row] == school;
              if (here) sample.add(of(y.world.teachers, row), 0.0);
            }
            return sample.take(spread ? Statistic::Spread : Statistic::Mean);
          }};
}

/// Of those who teach in a school, or anywhere.
double mean_experience(const SeenYear& y, std::size_t school) {
  double sum = 0, count = 0;
  for (std::size_t row = 0; row < y.world.teachers.size(); ++row) {
    const bool counts = y.world.teachers.in_school(row) &&
                        (school == kNoSchool || y.world.teachers.school[row] == school);
    if (!counts) continue;
    sum += y.world.teachers.experience[row];
    ++count;
  }
  return sum / count;
}

bool is_junior(const SeenYear& y, std::size_t school) {
  return mean_experience(y, school) < mean_experience(y, kNoSchool);
}

double mean_kilometres(const SeenYear& y, std::size_t school) {
  const std::size_t places = y.world.places.x.size();
  double sum = 0;
  for (std::size_t place = 0; place < places; ++place) {
    sum += y.world.distance(place, SchoolId{school});
  }
  return sum / static_cast<double>(places);
}

}  // namespace

std::vector<Outcome> people_outcomes() {
  const auto fit = [](const Teachers& t, std::size_t row) { return t.fit[row]; };
  const auto experience = [](const Teachers& t, std::size_t row) { return t.experience[row]; };
  const auto placed = [](const Teachers& t, std::size_t row) {
    return t.hired[row] == Hire::Forced ? 1.0 : 0.0;
  };
  return {
      staff("mean_fit", "SD", "mean fit of staff with the mission", fit),
      staff("spread_of_fit", "SD", "spread of that fit", fit, true),
      staff("mean_experience", "years", "mean experience of staff", experience),
      staff("placed_share", "share", "of staff placed without consent", placed),
      {"school.junior_staff", "0/1", "its staff has taught for fewer years than the city's",
       [](const SeenYear& y, std::size_t s) { return is_junior(y, s) ? 1.0 : 0.0; }},
      {"school.senior_staff", "0/1", "its staff has taught for at least as many years",
       [](const SeenYear& y, std::size_t s) { return is_junior(y, s) ? 0.0 : 1.0; }},
      {"school.engagement", "SD", "mean lasting engagement of children",
       [](const SeenYear& y, std::size_t school) {
         return mean_engagement(y.world.students, y.world.schools.size())[school];
       }},
      {"school.remoteness", "km", "mean distance from the city's neighbourhoods", mean_kilometres}};
}

}  // namespace homeroom::signs
