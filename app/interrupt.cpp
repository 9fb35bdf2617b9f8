#include "app/interrupt.hpp"

#include <unistd.h>

#include <csignal>

#include "app/options.hpp"

namespace homeroom::app {
namespace {

std::atomic<bool> stop{false};

void handle(int) {
  if (stop.exchange(true)) _exit(kInterrupted);
}

}  // namespace

const std::atomic<bool>& stop_requested() { return stop; }

Interruptible::Interruptible() {
  std::signal(SIGINT, handle);
  std::signal(SIGTERM, handle);
}

Interruptible::~Interruptible() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

}  // namespace homeroom::app
