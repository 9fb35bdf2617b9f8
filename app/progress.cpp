#include "app/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace homeroom::app {

Progress::Progress(std::string title, long long total, std::string of, bool quiet,
                   std::function<std::string(double, long long)> more)
    : title_(std::move(title)),
      total_(total),
      of_(std::move(of)),
      quiet_(quiet),
      terminal_(isatty(STDERR_FILENO)),
      more_(std::move(more)) {
  if (!quiet_) watcher_ = std::thread([this] { watch(); });
}

Progress::~Progress() {
  if (quiet_) return;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    over_ = true;
  }
  wake_.notify_all();
  watcher_.join();
  if (terminal_) print(true);
}

void Progress::watch() {
  using namespace std::chrono_literals;
  const auto pause = terminal_ ? 100ms : 10000ms;
  std::unique_lock<std::mutex> lock(mutex_);
  while (!wake_.wait_for(lock, pause, [this] { return over_; })) print(false);
}

void Progress::print(bool last) {
  const long long done = done_.load(std::memory_order_relaxed);
  const double share = total_ > 0 ? static_cast<double>(done) / static_cast<double>(total_) : 1.0;
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - started_;
  const std::string more = more_ ? more_(std::max(spent.count(), 1e-3), done) : std::string();
  const std::string left =
      done > 0 ? fmt::format("{:.0f} s left", spent.count() * (1.0 - share) / share) : "starting";
  if (!terminal_) {
    fmt::print(stderr, "{}: {:.0f} % of {}, {}{}\n", title_, 100.0 * share, of_, left, more);
    return;
  }
  constexpr int kWidth = 30;
  const int full = static_cast<int>(share * kWidth);
  // \r\033[K: back to the line's start, and clear it.
  fmt::print(stderr, "\r\033[K{} [{:#<{}}{:.<{}}] {:3.0f} % {}{}", title_, "", full, "",
             kWidth - full, 100.0 * share, last ? fmt::format("{:.1f} s", spent.count()) : left,
             more + (last ? "\n" : ""));
  std::fflush(stderr);
}

}  // namespace homeroom::app
