#include "sim/world/at_rest.hpp"

namespace homeroom {
namespace {

template <class Values>
void let_go(Values& values) {
  values = Values{};
}

}  // namespace

void lay_down(World& world) {
  let_go(world.last);
  let_go(world.results.moves);
  let_go(world.results.events);
  let_go(world.displaced);
  let_go(world.students.section);
  let_go(world.students.arrival);
  let_go(world.students.moved);
}

void take_up(World& world) {
  Students& students = world.students;
  students.section.resize(students.size());
  students.arrival.resize(students.size());
  students.moved.resize(students.size());
}

}  // namespace homeroom
