#pragma once

#include "sim/core/described.hpp"

namespace homeroom {

struct CohortParameters {
  void describe(FieldVisitor&) {}
};

}  // namespace homeroom
