#pragma once

#include "sim/core/described.hpp"

namespace homeroom {

struct ClimateParameters {
  void describe(FieldVisitor&) {}
};

}  // namespace homeroom
