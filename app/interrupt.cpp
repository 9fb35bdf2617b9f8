#include "app/interrupt.hpp"

#include <unistd.h>

#include <csignal>
#include <string_view>

#include "app/options.hpp"

namespace homeroom::app {
namespace {

std::atomic<bool> stop{false};

/// What a handler of signals may use to speak.
void say(std::string_view text) {
  if (::write(STDERR_FILENO, text.data(), text.size()) < 0) return;
}

void handle(int) {
  if (stop.exchange(true)) {
    say("\nhomeroom: stopped at once; parts of tables (.*.part) stay until the next run there\n");
    _exit(kInterrupted);
  }
  say("\nhomeroom: stopping after the years under way; once more stops at once\n");
}

}  // namespace

const std::atomic<bool>& stop_requested() { return stop; }

Interruptible::Interruptible() {
  std::signal(SIGINT, handle);
  std::signal(SIGTERM, handle);
  // The terminal is gone, what was finished need not be; who asked to outlive it (nohup) does.
  if (std::signal(SIGHUP, handle) == SIG_IGN) std::signal(SIGHUP, SIG_IGN);
}

Interruptible::~Interruptible() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  if (std::signal(SIGHUP, SIG_DFL) == SIG_IGN) std::signal(SIGHUP, SIG_IGN);
}

}  // namespace homeroom::app
