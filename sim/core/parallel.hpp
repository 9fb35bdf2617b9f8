// Loops over fixed slices. The slices depend on the length alone, never on the number of threads,
// and sums over slices are taken in slice order: any number of threads gives equal bytes.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <memory>
#include <vector>

namespace homeroom {

/// Rows in one slice of a long column: small enough for the second-level cache.
inline constexpr std::size_t kSliceRows = 4096;

/// Number of slices of a column of `rows` rows.
inline std::size_t slices_of(std::size_t rows) { return (rows + kSliceRows - 1) / kSliceRows; }

/// Calls `body(first, past, slice)` for every slice of [0, rows); slices may run side by side.
void for_slices(std::size_t rows,
                const std::function<void(std::size_t, std::size_t, std::size_t)>& body);

/// Calls `body(first, past)` for stretches of a quarter of a slice: for columns that have few
/// slices but take long for each row, so that every thread has its share.
void for_short_slices(std::size_t rows, const std::function<void(std::size_t, std::size_t)>& body);

/// Calls `body(i)` for every i in [0, count), side by side where threads are free.
void for_each_index(std::size_t count, const std::function<void(std::size_t)>& body);

/// Calls `life` so many times side by side. Loops inside one run in order as long as every thread
/// has a life to lead; threads that have none, or none any more, help with the loops of others.
void for_each_life(std::size_t lives, const std::function<void()>& life);

/// Calls all `tasks`, which have nothing to do with each other, side by side where threads are
/// free. Loops inside them run in order.
void side_by_side(std::initializer_list<std::function<void()>> tasks);

/// Counts over [0, rows) into `entries` whole numbers, part by part: `count(first, past, counts)`
/// adds what it finds in [first, past). Sums of whole numbers do not hang on how rows are parted.
std::vector<int> count_by_parts(
    std::size_t rows, std::size_t entries,
    const std::function<void(std::size_t, std::size_t, std::vector<int>&)>& count);

/// Limits the threads that loops may use while it lives; 0 leaves the machine's number, and with 1
/// all loops of the calling thread run in order on it. More threads than cores take turns on them.
class ThreadLimit {
 public:
  explicit ThreadLimit(int threads);
  ~ThreadLimit();
  ThreadLimit(const ThreadLimit&) = delete;
  ThreadLimit& operator=(const ThreadLimit&) = delete;

 private:
  struct Limit;
  std::unique_ptr<Limit> limit_;
  bool alone_before_;
  const std::atomic<int>* helpers_before_;
  void* arena_before_;
};

/// Threads that loops use at most right now.
int threads_in_use();

}  // namespace homeroom
