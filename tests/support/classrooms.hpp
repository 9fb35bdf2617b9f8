// Schools of one class each, whose children stay where they are: what learning and testing do when
// nothing is chosen, nobody moves, and no term of growth is at work that a test does not ask for.
#pragma once

#include "sim/year/enrolment.hpp"
#include "sim/year/learning.hpp"
#include "sim/year/posts.hpp"
#include "sim/year/staffing_outside.hpp"
#include "sim/year/testing.hpp"
#include "tests/support/choice_world.hpp"

namespace homeroom::testing {

struct Classrooms {
  examples::City city;
  LearningParameters nature{};  ///< every term and rate is 0
  TestingParameters test{};     ///< without error, without absence
  Transient luck{};
  LearningOutcome learned;
  TestingOutcome tested;

  /// `schools` with `children` each in `grade`, in one class before a substitute.
  Classrooms(int schools, int children, int grade = 4) {
    city.add_neighbourhood(0, 0);
    city.make_schools(static_cast<std::size_t>(schools));
    city.law.staffing.class_size_elementary = children;
    city.law.staffing.class_size_secondary = children;
    for (int s = 0; s < schools; ++s) {
      const auto row = static_cast<std::size_t>(s);
      const SchoolId school = city.set_school(row, 0, examples::kWhole, children);
      for (int i = 0; i < children; ++i) city.seat(city.add_child(0, grade), school);
    }
    count_enrolment(world());
    build_posts(world(), city.law);
    nature.effort_curve = 1.0;  // a curve of nought is none
    test.reliability = 1.0;
    test.minimum_tested = 1;
  }

  World& world() { return city.world; }
  Students& students() { return city.world.students; }
  std::size_t children() const { return city.world.students.size(); }

  /// Puts a teacher of `effect` [SD/year] before every class.
  void hire(double effect) {
    for (std::size_t post = 0; post < world().posts.size(); ++post) {
      TeacherDraft draft;
      draft.person = post;
      draft.effect[kMath] = draft.effect[kEla] = static_cast<float>(effect);
      draft.experience = 10;
      employ(world(), city.law, draft, post);
    }
  }
  void dismiss_all() {
    for (TeacherId& teacher : world().posts.teacher) teacher = TeacherId{};
  }

  /// A year of learning, with nobody a grade older.
  void learn() {
    ++world().year;
    enact(world(), decide_learning(world(), city.law, nature, luck, city.dice), nature, city.dice,
          learned);
  }
  /// The state test of the year.
  void sit() {
    decide_testing(world(), city.law, test, {}, city.dice, tested);
    enact(world(), tested);
  }

  double stock(std::size_t row, int subject = kMath) const {
    const Students& of = city.world.students;
    return static_cast<double>(of.durable[subject][row]) +
           static_cast<double>(of.fleeting[subject][row]);
  }
};

}  // namespace homeroom::testing
