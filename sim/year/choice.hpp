#pragma once

#include "sim/core/described.hpp"

namespace homeroom {

struct ChoiceParameters {
  void describe(FieldVisitor&) {}
};

}  // namespace homeroom
