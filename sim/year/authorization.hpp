#pragma once

#include "sim/core/described.hpp"

namespace homeroom {

struct AuthorizationParameters {
  void describe(FieldVisitor&) {}
};

}  // namespace homeroom
