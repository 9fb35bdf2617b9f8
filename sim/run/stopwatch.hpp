// Time that a part of a run takes: by the clock on the wall, and of all processors together.
#pragma once

#include <chrono>
#include <ctime>

namespace homeroom {

/// [s]
struct TimeSpent {
  double wall = 0, processor = 0;
};

class Stopwatch {
 public:
  /// Adds what passed since the last call, or since the watch began.
  void add_to(TimeSpent& spent) {
    const auto wall = std::chrono::steady_clock::now();
    const std::clock_t processor = std::clock();
    spent.wall += std::chrono::duration<double>(wall - wall_).count();
    spent.processor += static_cast<double>(processor - processor_) / CLOCKS_PER_SEC;
    wall_ = wall;
    processor_ = processor;
  }

 private:
  std::chrono::steady_clock::time_point wall_ = std::chrono::steady_clock::now();
  std::clock_t processor_ = std::clock();
};

}  // namespace homeroom
