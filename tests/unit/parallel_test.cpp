// Who works on a loop: what comes out hangs on nobody, so that only those at work can tell.
#include "sim/core/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

#include "sim/core/loops_in_order.hpp"

namespace {

using namespace homeroom;

/// Whether both parts of a loop are under way at once. Where one thread has both, the first waits
/// in vain for the other.
bool somebody_helps_at_once() {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(20);
  std::atomic<int> begun{0};
  std::atomic<bool> alone{false};
  for_each_index(2, [&](std::size_t) {
    ++begun;
    while (begun < 2 && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
    if (begun < 2) alone = true;
  });
  return !alone;
}

/// A thread may take its time to end its life, and to come.
bool somebody_helps() {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!somebody_helps_at_once()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
  }
  return true;
}

TEST(Parallel, WhoseLifeHasEndedHelpsWithTheLoopsOfOthers) {
  const ThreadLimit limit(2);
  std::atomic<int> begun{0};
  std::atomic<bool> helped{false};
  for_each_life(2, [&] {
    if (begun++ == 0) return;
    helped = somebody_helps();
  });
  EXPECT_TRUE(helped);
}

TEST(Parallel, WhoHasNoLifeHelpsFromTheBeginning) {
  const ThreadLimit limit(3);
  std::atomic<int> helped{0};
  for_each_life(2, [&] { helped += somebody_helps(); });
  EXPECT_EQ(helped, 2);
}

TEST(Parallel, LoopsKeepToTheirThreadAsLongAsEveryThreadHasALife) {
  const ThreadLimit limit(2);
  std::atomic<int> ended{0}, strangers{0};
  for_each_life(2, [&] {
    const std::thread::id own = std::this_thread::get_id();
    for (int loop = 0; loop < 200; ++loop) {
      std::atomic<int> others{0};
      for_each_index(8, [&](std::size_t) { others += std::this_thread::get_id() != own; });
      // Once a life has ended its thread is welcome.
      if (ended == 0) strangers += others;
    }
    ++ended;
  });
  EXPECT_EQ(strangers, 0);
}

TEST(Parallel, LoopsInsideSharedLoopsRunInOrder) {
  const ThreadLimit limit(4);
  std::vector<int> seen(4 * 16, -1);
  for_each_life(1, [&] {
    for_each_index(4, [&](std::size_t part) {
      int next = 0;
      for_each_index(16, [&](std::size_t i) { seen[16 * part + i] = next++; });
    });
  });
  std::vector<int> in_order(16);
  std::iota(in_order.begin(), in_order.end(), 0);
  for (std::size_t part = 0; part < 4; ++part) {
    const auto begin = seen.begin() + static_cast<std::ptrdiff_t>(16 * part);
    EXPECT_EQ(std::vector<int>(begin, begin + 16), in_order) << part;
  }
}

TEST(Parallel, WhatIsThrownInALoopOfALifeComesOutOfIt) {
  const ThreadLimit limit(2);
  std::atomic<int> caught{0}, counted{0};
  for_each_life(2, [&] {
    try {
      for_each_index(64, [&](std::size_t i) {
        if (i == 40) throw std::runtime_error("a fault");
      });
    } catch (const std::runtime_error&) {
      ++caught;
    }
    for_each_index(64, [&](std::size_t) { ++counted; });
  });
  EXPECT_EQ(caught, 2);
  EXPECT_EQ(counted, 128);
}

TEST(Parallel, WhoWantsLoopsInOrderHasThemWhoeverIsIdle) {
  const ThreadLimit limit(3);
  std::atomic<int> strangers{0};
  for_each_life(2, [&] {
    const LoopsInOrder in_order;
    const std::thread::id own = std::this_thread::get_id();
    for (int loop = 0; loop < 200; ++loop) {
      for_each_index(8, [&](std::size_t) { strangers += std::this_thread::get_id() != own; });
    }
  });
  EXPECT_EQ(strangers, 0);
}

TEST(Parallel, EveryLifeIsLedOnce) {
  for (const int threads : {1, 2, 5}) {
    const ThreadLimit limit(threads);
    for (const std::size_t lives : {0u, 1u, 2u, 5u}) {
      std::atomic<std::size_t> led{0};
      for_each_life(lives, [&] { ++led; });
      EXPECT_EQ(led, lives) << threads;
    }
  }
}

}  // namespace
