#pragma once

#include "sim/core/described.hpp"

namespace homeroom {

struct GovernanceParameters {
  void describe(FieldVisitor&) {}
};

}  // namespace homeroom
