// Ctrl-C: the first asks the run to stop after the years under way, the second ends at once.
#pragma once

#include <atomic>

namespace homeroom::app {

/// Raised by SIGINT or SIGTERM while an `Interruptible` lives.
const std::atomic<bool>& stop_requested();

class Interruptible {
 public:
  Interruptible();
  ~Interruptible();
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;
};

}  // namespace homeroom::app
