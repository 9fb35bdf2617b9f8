#pragma once

#include "sim/core/described.hpp"

namespace homeroom {

struct LeadershipParameters {
  void describe(FieldVisitor&) {}
};

}  // namespace homeroom
