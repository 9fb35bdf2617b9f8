// Prints what memory gives and what a year must move, a line each, for scripts/bench.
#include <cstdio>

#include "tests/bench/bandwidth/moved_bytes.hpp"
#include "tests/bench/bandwidth/triad.hpp"

int main() {
  constexpr std::size_t kRows = std::size_t{1} << 26;  // 256 MiB a column
  constexpr int kRounds = 10;
  for (int threads = 1; threads <= 2; ++threads) {
    std::printf("triad %d %.6g\n", threads, homeroom::bandwidth::triad(kRows, threads, kRounds));
  }
  for (const auto& one : homeroom::bandwidth::moved_bytes()) {
    std::printf("moved %.*s %.6g %.6g %.*s\n", static_cast<int>(one.chapter.size()),
                one.chapter.data(), one.read, one.written, static_cast<int>(one.says.size()),
                one.says.data());
  }
}
