#pragma once

#include "sim/core/described.hpp"

namespace homeroom {

struct MobilityParameters {
  void describe(FieldVisitor&) {}
};

}  // namespace homeroom
