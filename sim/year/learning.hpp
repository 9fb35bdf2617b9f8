#pragma once

#include "sim/core/described.hpp"

namespace homeroom {

struct LearningParameters {
  void describe(FieldVisitor&) {}
};

}  // namespace homeroom
