#include "sim/core/small_blocks.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <mutex>

namespace homeroom {
namespace {

// Sizes go in steps of 16 bytes, and beyond 256 bytes in eight steps to each doubling: what is
// rounded up stays below an eighth.
constexpr unsigned kEvenSteps = 16;

constexpr unsigned step_of(std::size_t bytes) {
  if (bytes <= 16 * kEvenSteps) return static_cast<unsigned>((bytes + 15) / 16) + (bytes == 0);
  const auto log = static_cast<unsigned>(std::bit_width(bytes - 1)) - 1;
  return kEvenSteps + 1 + (log - 8) * 8 + static_cast<unsigned>(((bytes - 1) >> (log - 3)) - 8);
}

constexpr std::size_t bytes_of(unsigned step) {
  if (step <= kEvenSteps) return 16 * step;
  const unsigned beyond = step - kEvenSteps - 1;
  return std::size_t{9 + beyond % 8} << (beyond / 8 + 5);
}
static_assert(bytes_of(step_of(256)) == 256 && bytes_of(step_of(257)) == 288 &&
              bytes_of(step_of(512)) == 512 && bytes_of(step_of(513)) == 576);

constexpr unsigned kSteps = step_of(kLargestSmallBlock) + 1;

// Blocks of one size share a span, so that an address tells the size. Addresses cost nothing until
// they are written to.
constexpr std::size_t kSpan = std::size_t{1} << 16;
constexpr std::size_t kAddresses = std::size_t{1} << 35;

struct Block {
  Block* next;
};

class List {
 public:
  bool empty() const { return first_ == nullptr; }
  std::size_t size() const { return size_; }
  void push(Block* block) {
    block->next = first_;
    first_ = block;
    ++size_;
  }
  Block* pop() {
    Block* const block = first_;
    first_ = block->next;
    --size_;
    return block;
  }

 private:
  Block* first_ = nullptr;
  std::size_t size_ = 0;
};

void pass_on(List& from, List& to, std::size_t left) {
  while (from.size() > left) to.push(from.pop());
}

/// What threads have too much of.
struct Shared {
  std::mutex mutex;
  List list;
};

constinit std::array<Shared, kSteps> shared{};
constinit thread_local std::array<List, kSteps> own{};

/// Blocks that a thread keeps of each size at most: a quarter of a megabyte.
constexpr auto kMost = [] {
  std::array<std::size_t, kSteps> most{};
  for (unsigned step = 1; step < kSteps; ++step)
    most[step] = (std::size_t{1} << 18) / bytes_of(step);
  return most;
}();

/// The addresses of all spans, and of what size their blocks are.
struct Spans {
  std::mutex mutex;
  char* first = nullptr;
  std::size_t reserved = 0, used = 0;
  bool asked = false;
  std::array<std::uint8_t, kAddresses / kSpan> step{};
};
constinit Spans spans{};

void reserve_addresses() {
  spans.asked = true;
  void* const got = mmap(nullptr, kAddresses, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (got == MAP_FAILED) return;
  const std::size_t odd = reinterpret_cast<std::uintptr_t>(got) % kSpan;
  spans.first = static_cast<char*>(got) + (odd == 0 ? 0 : kSpan - odd);
  spans.reserved = kAddresses - kSpan;
}

/// A new span, cut into blocks; nothing where there are no more addresses.
void cut_span(unsigned step, List& list) {
  const std::lock_guard<std::mutex> lock(spans.mutex);
  if (!spans.asked) reserve_addresses();
  if (spans.used == spans.reserved) return;
  spans.step[spans.used / kSpan] = static_cast<std::uint8_t>(step);
  char* const span = spans.first + spans.used;
  spans.used += kSpan;
  // The first block is handed out first.
  const std::size_t bytes = bytes_of(step);
  for (std::size_t i = kSpan / bytes; i-- > 0;) {
    list.push(reinterpret_cast<Block*>(span + i * bytes));
  }
}

/// A thread that ends leaves its blocks to the others.
struct Leaving {
  ~Leaving() {
    for (unsigned step = 0; step < kSteps; ++step) {
      const std::lock_guard<std::mutex> lock(shared[step].mutex);
      pass_on(own[step], shared[step].list, 0);
    }
  }
};

[[gnu::noinline]] void* look_further(unsigned step) {
  static thread_local Leaving leaving;
  (void)leaving;
  {
    const std::lock_guard<std::mutex> lock(shared[step].mutex);
    List& others = shared[step].list;
    pass_on(others, own[step], others.size() - std::min(others.size(), kMost[step] / 2));
  }
  if (own[step].empty()) cut_span(step, own[step]);
  return own[step].empty() ? nullptr : own[step].pop();
}

[[gnu::noinline]] void keep_half(unsigned step) {
  const std::lock_guard<std::mutex> lock(shared[step].mutex);
  pass_on(own[step], shared[step].list, kMost[step] / 2);
}

}  // namespace

void* take_small_block(std::size_t bytes) noexcept {
  if (bytes > kLargestSmallBlock) return nullptr;
  const unsigned step = step_of(bytes);
  List& list = own[step];
  return list.empty() ? look_further(step) : list.pop();
}

bool give_small_block_back(void* block) noexcept {
  const auto at = static_cast<std::size_t>(static_cast<char*>(block) - spans.first);
  if (at >= spans.reserved) return false;
  const unsigned step = spans.step[at / kSpan];
  own[step].push(static_cast<Block*>(block));
  if (own[step].size() > kMost[step]) keep_half(step);
  return true;
}

}  // namespace homeroom
