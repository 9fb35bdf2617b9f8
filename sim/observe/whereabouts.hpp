// Where every child and teacher is, how each came there, and what the children truly can: what a
// comparison of two lives of one city needs of a year.
#pragma once

#include "sim/records/hidden/hidden_tables.hpp"
#include "sim/records/public_tables.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

struct Whereabouts {
  Batch children, teachers;
  Whereabouts() : children(hidden_children_table()), teachers(teachers_table()) {}
};
void observe_whereabouts(const World& world, const RowKey& key, Whereabouts& whereabouts);

}  // namespace homeroom
