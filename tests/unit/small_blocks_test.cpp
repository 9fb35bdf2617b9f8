// Small blocks do not overlap, whoever takes and gives them back, and none is lost.
#include "sim/core/small_blocks.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <set>
#include <thread>
#include <vector>

namespace homeroom {
namespace {

struct Taken {
  unsigned char* block;
  std::size_t bytes;
  unsigned char mark;
};

Taken take(std::size_t bytes, unsigned char mark) {
  Taken taken{static_cast<unsigned char*>(take_small_block(bytes)), bytes, mark};
  std::memset(taken.block, mark, bytes);
  return taken;
}

bool is_whole(const Taken& taken) {
  for (std::size_t i = 0; i < taken.bytes; ++i) {
    if (taken.block[i] != taken.mark) return false;
  }
  return true;
}

TEST(SmallBlocks, OfAnySizeHaveRoomOfTheirOwn) {
  std::vector<Taken> all;
  for (int round = 0; round < 3; ++round) {
    for (std::size_t bytes = 0; bytes <= kLargestSmallBlock; ++bytes) {
      all.push_back(take(bytes, static_cast<unsigned char>(bytes + 7 * round)));
      ASSERT_EQ(reinterpret_cast<std::uintptr_t>(all.back().block) % 16, 0u) << bytes;
    }
  }
  for (const Taken& taken : all) ASSERT_TRUE(is_whole(taken)) << taken.bytes;
  for (const Taken& taken : all) EXPECT_TRUE(give_small_block_back(taken.block));
}

TEST(SmallBlocks, LargerOnesAndThoseOfOthersAreNoneOfTheirs) {
  EXPECT_EQ(take_small_block(kLargestSmallBlock + 1), nullptr);
  int here = 0;
  const auto elsewhere = std::make_unique<char[]>(2 * kLargestSmallBlock);
  EXPECT_FALSE(give_small_block_back(&here));
  EXPECT_FALSE(give_small_block_back(elsewhere.get()));
  EXPECT_FALSE(give_small_block_back(nullptr));
}

TEST(SmallBlocks, AreHandedOutAgain) {
  void* const block = take_small_block(100);
  give_small_block_back(block);
  EXPECT_EQ(take_small_block(100), block);
  give_small_block_back(block);
}

/// Far more than a thread keeps to itself.
std::set<void*> many() {
  std::set<void*> blocks;
  for (int i = 0; i < 3000; ++i) blocks.insert(take_small_block(1000));
  return blocks;
}

TEST(SmallBlocks, GivenBackByAnotherThreadServeAllAgain) {
  const std::set<void*> first = many();
  ASSERT_EQ(first.size(), 3000u);
  std::thread([&] {
    for (void* block : first) give_small_block_back(block);
  }).join();
  const std::set<void*> second = many();
  std::size_t again = 0;
  for (void* block : second) again += first.count(block);
  // But for what this thread still had itself.
  EXPECT_GT(again, 2700u);
  for (void* block : second) give_small_block_back(block);
}

TEST(SmallBlocks, OfThreadsThatEndedServeOthers) {
  std::set<void*> seen;
  for (int i = 0; i < 50; ++i) {
    std::thread([&] {
      std::vector<void*> held;
      for (int k = 0; k < 20; ++k) held.push_back(take_small_block(3000));
      for (void* block : held) give_small_block_back(block);
      seen.insert(held.begin(), held.end());
    }).join();
  }
  EXPECT_LT(seen.size(), 200u);
}

TEST(SmallBlocks, OfThreadsSideBySideStayApart) {
  std::vector<std::thread> threads;
  std::vector<int> broken(4, 0);
  for (std::size_t t = 0; t < broken.size(); ++t) {
    threads.emplace_back([&, t] {
      std::vector<Taken> held;
      for (std::size_t i = 0; i < 20000; ++i) {
        held.push_back(take(16 + (i * 37) % 2000, static_cast<unsigned char>(t * 50 + i % 50)));
        if (held.size() < 100) continue;
        broken[t] += !is_whole(held[i % 100]);
        give_small_block_back(held[i % 100].block);
        held[i % 100] = held.back();
        held.pop_back();
      }
      for (const Taken& taken : held) give_small_block_back(taken.block);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int count : broken) EXPECT_EQ(count, 0);
}

}  // namespace
}  // namespace homeroom
