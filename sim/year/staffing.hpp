#pragma once

#include "sim/core/described.hpp"

namespace homeroom {

struct StaffingParameters {
  void describe(FieldVisitor&) {}
};

}  // namespace homeroom
