// Tells ThreadSanitizer the order that a parallel loop gives: the threading library was compiled
// without it, so that it would take each part of a loop for a race with whoever began the loop.
// In any other build nothing is left of this (sim/CMakeLists.txt).
#pragma once

#ifdef HOMEROOM_TELLS_ORDER
extern "C" void __tsan_acquire(void* of);
extern "C" void __tsan_release(void* of);
#endif

namespace homeroom {

/// What came before a loop comes before all of its parts, and they before what follows it. Parts
/// have no order among themselves: what two of them share is told as a race.
class LoopOrder {
 public:
#ifdef HOMEROOM_TELLS_ORDER
  LoopOrder() { __tsan_release(&begun_); }
  ~LoopOrder() { __tsan_acquire(&done_); }
  void begin_part() { __tsan_acquire(&begun_); }
  void end_part() { __tsan_release(&done_); }

 private:
  char begun_ = 0, done_ = 0;  ///< only their addresses count
#else
  void begin_part() {}
  void end_part() {}
#endif
};

}  // namespace homeroom
