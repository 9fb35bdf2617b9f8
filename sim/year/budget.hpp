#pragma once

#include "sim/core/described.hpp"

namespace homeroom {

struct BudgetParameters {
  void describe(FieldVisitor&) {}
};

}  // namespace homeroom
