#include "sim/run/replicates.hpp"

#include <algorithm>
#include <exception>
#include <mutex>

#include "sim/core/parallel.hpp"

namespace homeroom {

void for_each_replicate(std::size_t count, const std::atomic<bool>& stop,
                        const std::function<void(std::size_t)>& one) {
  std::atomic<bool> failed{false};
  std::exception_ptr failure;
  std::mutex mutex;
  std::atomic<std::size_t> next{0};
  // Begun in their order: hardly any waits in memory for one before it, and whatever ends the run
  // leaves a beginning of it.
  for_each_life(std::min(count, static_cast<std::size_t>(threads_in_use())), [&] {
    for (std::size_t i = next++; i < count && !stop.load() && !failed.load(); i = next++) {
      try {
        one(i);
      } catch (...) {
        const std::lock_guard<std::mutex> lock(mutex);
        if (!failure) failure = std::current_exception();
        failed = true;
      }
    }
  });
  if (failure) std::rethrow_exception(failure);
}

}  // namespace homeroom
