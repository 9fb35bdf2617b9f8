#pragma once

#include "sim/core/described.hpp"

namespace homeroom {

struct TestingParameters {
  void describe(FieldVisitor&) {}
};

}  // namespace homeroom
