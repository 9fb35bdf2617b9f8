// Progress on standard error: a bar with the time left on a terminal, plain lines otherwise.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace homeroom::app {

class Progress {
 public:
  /// `total` steps, called `of` in words ("440 years"); nothing is printed where `quiet`.
  /// `more`, where it is given, is said beside it: it takes the seconds so far and the steps done.
  Progress(std::string title, long long total, std::string of, bool quiet,
           std::function<std::string(double seconds, long long done)> more = {});
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  /// So many steps are done; callable from any thread.
  void step(long long steps = 1) { done_.fetch_add(steps, std::memory_order_relaxed); }

 private:
  void watch();
  void print(bool last);
  std::string title_;
  long long total_;
  std::string of_;
  bool quiet_, terminal_;
  std::function<std::string(double, long long)> more_;
  std::atomic<long long> done_{0};
  std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
  std::mutex mutex_;
  std::condition_variable wake_;
  bool over_ = false;
  std::thread watcher_;
};

}  // namespace homeroom::app
