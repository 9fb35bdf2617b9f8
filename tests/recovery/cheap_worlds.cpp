#include "tests/recovery/cheap_worlds.hpp"

#include <algorithm>
#include <cmath>

namespace homeroom {
namespace {

/// Every third school, or as near as their number comes: models have nothing to do with the rest.
bool is_charter(int school, const CityOfSchools& city) {
  return (school * city.charters) / city.schools != ((school + 1) * city.charters) / city.schools;
}

panel::Schools named_schools(const CityOfSchools& city) {
  panel::Schools schools;
  for (int s = 0; s < city.schools; ++s) {
    schools.school.push_back(s);
    schools.model.push_back(is_charter(s, city) ? "charter" : "traditional");
    schools.second_model.emplace_back();
    schools.selective.push_back(0);
  }
  schools.index();
  return schools;
}

void draw_shares(CheapWorld& world, int number, panel::Schools& schools) {
  for (int s = 0; s < number; ++s) {
    schools.low_income.push_back(world.between(0.2, 0.95));
    schools.english_learner.push_back(world.between(0.0, 0.4));
    schools.special_education.push_back(world.between(0.08, 0.25));
    schools.black.push_back(world.between(0.0, 0.6));
    schools.hispanic.push_back(world.between(0.0, 0.4));
  }
}

/// Children at or above the cut, each by a draw.
double drawn_percent(CheapWorld& world, double percent, int tested) {
  const double p = std::clamp(percent / 100.0, 0.02, 0.98);
  int proficient = 0;
  for (int i = 0; i < tested; ++i) proficient += world.happens(p) ? 1 : 0;
  return 100.0 * proficient / tested;
}

void add_child(CheapWorld& world, int id, int school, panel::Students& students) {
  students.student.push_back(id);
  students.grade.push_back(id % 2 == 0 ? 4 : 5);
  students.school.push_back(school);
  const double group = world.uniform();
  students.group.push_back(group < 0.35   ? panel::Group::Black
                           : group < 0.75 ? panel::Group::Hispanic
                                          : panel::Group::White);
  students.low_income.push_back(world.happens(0.7));
  students.english_learner.push_back(world.happens(0.25));
  students.special_education.push_back(world.happens(0.2));
}

}  // namespace

panel::Panel draw_schools(CheapWorld& world, const CityOfSchools& city) {
  panel::Panel panel;
  panel.years.resize(2);
  panel::Schools schools = named_schools(city);
  draw_shares(world, city.schools, schools);
  std::vector<double> own, tested;
  for (int s = 0; s < city.schools; ++s) {
    own.push_back(55.0 - 25.0 * schools.low_income[static_cast<std::size_t>(s)] -
                  10.0 * schools.english_learner[static_cast<std::size_t>(s)] +
                  5.0 * world.normal() + (is_charter(s, city) ? city.proficiency_effect : 0.0));
    tested.push_back(std::floor(world.between(30.0, 200.0)));
    schools.enrolment.push_back(static_cast<int>(2.0 * tested.back()));
  }
  for (int y = 0; y < 2; ++y) {
    panel::Schools year = schools;
    for (int subject = 0; subject < kSubjects; ++subject) {
      year.tested[subject] = tested;
      for (std::size_t s = 0; s < own.size(); ++s) {
        year.proficiency[subject].push_back(
            drawn_percent(world, own[s], static_cast<int>(tested[s])));
      }
    }
    panel.years[static_cast<std::size_t>(y)].year = 2015 + y;
    panel.years[static_cast<std::size_t>(y)].schools = year;
  }
  return panel;
}

panel::Panel draw_city(CheapWorld& world, const CityOfSchools& city) {
  panel::Panel panel;
  panel.years.resize(2);
  panel::Students first, second;
  int id = 0;
  for (int s = 0; s < city.schools; ++s) {
    const double own =
        city.school_sd * world.normal() + (is_charter(s, city) ? city.growth_effect : 0.0);
    for (int i = 0; i < city.children; ++i, ++id) {
      add_child(world, id, s, first);
      const double ability = 0.85 * world.normal() - 0.3 * first.low_income.back();
      const double shared = 0.25 * world.normal();
      for (int subject = 0; subject < kSubjects; ++subject) {
        const double before = ability + 0.35 * world.normal();
        const double now = 0.9 * ability + own + shared + 0.35 * world.normal();
        first.score[subject].push_back(static_cast<float>(before + 0.3 * world.normal()));
        second.score[subject].push_back(static_cast<float>(now + 0.3 * world.normal()));
      }
    }
  }
  const PerSubject<std::vector<float>> later = second.score;
  second = first;
  second.score = later;
  for (int y = 0; y < 2; ++y) {
    panel::Year& year = panel.years[static_cast<std::size_t>(y)];
    year.year = 2015 + y;
    year.students = y == 0 ? first : second;
    year.schools = named_schools(city);
  }
  panel.students = id;
  return panel;
}

}  // namespace homeroom
