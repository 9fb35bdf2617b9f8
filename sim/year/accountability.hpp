#pragma once

#include "sim/core/described.hpp"

namespace homeroom {

struct AccountabilityParameters {
  void describe(FieldVisitor&) {}
};

}  // namespace homeroom
