#include "sim/core/parallel.hpp"

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>

#include "sim/core/loop_order.hpp"
#include "sim/core/loops_in_order.hpp"

namespace homeroom {

void for_slices(std::size_t rows,
                const std::function<void(std::size_t, std::size_t, std::size_t)>& body) {
  const std::size_t slices = slices_of(rows);
  const auto one = [&](std::size_t slice) {
    const std::size_t first = slice * kSliceRows;
    body(first, std::min(rows, first + kSliceRows), slice);
  };
  for_each_index(slices, one);
}

void for_short_slices(std::size_t rows, const std::function<void(std::size_t, std::size_t)>& body) {
  constexpr std::size_t kRows = kSliceRows / 4;
  for_each_index((rows + kRows - 1) / kRows, [&](std::size_t slice) {
    const std::size_t first = slice * kRows;
    body(first, std::min(rows, first + kRows));
  });
}

namespace {
// Inner loops of a parallel loop run in order on their own thread: all cores are busy already, and
// a waiting thread must not pick up a second replicate. So do they where there is one thread.
thread_local bool inside_parallel_loop = false;
// Of the lives around: threads that have none. Loops of the life itself may share with them.
thread_local const std::atomic<int>* without_a_life = nullptr;
// The library's own arena has as many places as there are cores; more threads want one with more.
thread_local tbb::task_arena* wider_arena = nullptr;

/// Whether nobody could help the calling thread with a loop.
bool is_alone() { return inside_parallel_loop && !(without_a_life && without_a_life->load() > 0); }

/// A part of a loop; `idle` counts the threads that may help with loops inside it.
class Inside {
 public:
  explicit Inside(LoopOrder& of, const std::atomic<int>* idle = nullptr) : order_(of) {
    order_.begin_part();
    inside_parallel_loop = true;
    without_a_life = idle;
  }
  ~Inside() {
    without_a_life = idle_before_;
    inside_parallel_loop = before_;
    order_.end_part();
  }

 private:
  LoopOrder& order_;
  bool before_ = inside_parallel_loop;
  const std::atomic<int>* idle_before_ = without_a_life;
};

void share_among_threads(std::size_t count, const std::function<void(std::size_t)>& part) {
  const auto share = [&] {
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, count, 1),
        [&](const tbb::blocked_range<std::size_t>& range) {
          for (std::size_t i = range.begin(); i < range.end(); ++i) part(i);
        },
        tbb::simple_partitioner());
  };
  if (inside_parallel_loop) {
    tbb::this_task_arena::isolate(share);  // who waits for this loop begins no other life
  } else {
    wider_arena ? wider_arena->execute(share) : share();
  }
}
}  // namespace

void for_each_index(std::size_t count, const std::function<void(std::size_t)>& body) {
  if (count <= 1 || is_alone()) {
    for (std::size_t i = 0; i < count; ++i) body(i);
    return;
  }
  LoopOrder order;
  share_among_threads(count, [&](std::size_t i) {
    const Inside inside(order);
    body(i);
  });
}

void for_each_life(std::size_t lives, const std::function<void()>& life) {
  if (lives <= 1 || inside_parallel_loop) {
    for (std::size_t i = 0; i < lives; ++i) life();
    return;
  }
  LoopOrder order;
  std::atomic<int> idle{threads_in_use() - static_cast<int>(lives)};
  share_among_threads(lives, [&](std::size_t) {
    {
      const Inside inside(order, &idle);
      life();
    }
    ++idle;
  });
}

void side_by_side(std::initializer_list<std::function<void()>> tasks) {
  for_each_index(tasks.size(), [&](std::size_t task) { tasks.begin()[task](); });
}

std::vector<int> count_by_parts(
    std::size_t rows, std::size_t entries,
    const std::function<void(std::size_t, std::size_t, std::vector<int>&)>& count) {
  // Each part has counts of its own, so there are few; one where nobody helps.
  const std::size_t most = is_alone() ? 1 : 8;
  const std::size_t parts = std::clamp<std::size_t>(slices_of(rows) / 8, 1, most);
  std::vector<std::vector<int>> counts(parts);
  for_each_index(parts, [&](std::size_t part) {
    counts[part].assign(entries, 0);
    count(rows * part / parts, rows * (part + 1) / parts, counts[part]);
  });
  for (std::size_t part = 1; part < parts; ++part) {
    for (std::size_t entry = 0; entry < entries; ++entry) counts[0][entry] += counts[part][entry];
  }
  return std::move(counts[0]);
}

struct ThreadLimit::Limit {
  tbb::global_control workers;
  std::unique_ptr<tbb::task_arena> arena;

  explicit Limit(int threads)
      : workers(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads)),
        arena(threads > tbb::info::default_concurrency()
                  ? std::make_unique<tbb::task_arena>(threads)
                  : nullptr) {}
};

ThreadLimit::ThreadLimit(int threads)
    : limit_(threads > 0 ? std::make_unique<Limit>(threads) : nullptr),
      alone_before_(inside_parallel_loop),
      helpers_before_(without_a_life),
      arena_before_(wider_arena) {
  if (threads == 1) {
    inside_parallel_loop = true;
    without_a_life = nullptr;
  }
  if (limit_) wider_arena = limit_->arena.get();
}

ThreadLimit::~ThreadLimit() {
  inside_parallel_loop = alone_before_;
  without_a_life = helpers_before_;
  wider_arena = static_cast<tbb::task_arena*>(arena_before_);
}

LoopsInOrder::LoopsInOrder() : before_(inside_parallel_loop), helpers_before_(without_a_life) {
  inside_parallel_loop = true;
  without_a_life = nullptr;
}

LoopsInOrder::~LoopsInOrder() {
  inside_parallel_loop = before_;
  without_a_life = helpers_before_;
}

int threads_in_use() {
  return static_cast<int>(
      tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism));
}

}  // namespace homeroom
