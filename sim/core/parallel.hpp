// Loops over fixed slices. The slices depend on the length alone, never on the number of threads,
// and sums over slices are taken in slice order: any number of threads gives equal bytes.
#pragma once

#include <cstddef>
#include <functional>
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

/// Calls `body(i)` for every i in [0, count), side by side where threads are free.
void for_each_index(std::size_t count, const std::function<void(std::size_t)>& body);

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
  void* arena_before_;
};

/// Threads that loops use at most right now.
int threads_in_use();

}  // namespace homeroom
