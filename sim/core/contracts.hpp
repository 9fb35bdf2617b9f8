// What callers owe (EXPECT) and what a function promises (ENSURE). Both stay on in Release: a world
// that breaks its own laws must stop, not print.
#pragma once

#include <string>

namespace homeroom {

/// Raised when the program breaks its own contract: a fault of the code, never of the user.
[[noreturn]] void contract_broken(const char* kind, const char* condition, const char* file,
                                  int line);

}  // namespace homeroom

#define HOMEROOM_EXPECT(condition) \
  ((condition) ? void(0) : ::homeroom::contract_broken("expected", #condition, __FILE__, __LINE__))
#define HOMEROOM_ENSURE(condition) \
  ((condition) ? void(0) : ::homeroom::contract_broken("ensured", #condition, __FILE__, __LINE__))
