// Keeps the loops of one thread to that thread.
#pragma once

#include <atomic>

namespace homeroom {

/// While it lives, all loops of the calling thread run in order on it, whatever other threads do:
/// for threads that each have a whole life to live.
class LoopsInOrder {
 public:
  LoopsInOrder();
  ~LoopsInOrder();
  LoopsInOrder(const LoopsInOrder&) = delete;
  LoopsInOrder& operator=(const LoopsInOrder&) = delete;

 private:
  bool before_;
  const std::atomic<int>* helpers_before_;
};

}  // namespace homeroom
