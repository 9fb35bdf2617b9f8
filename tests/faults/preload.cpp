// What the tests of faults put before the C library (LD_PRELOAD): a process that ends itself at a
// chosen step of its writing, and a clock that somebody sets back.
//
//   FAULT_CALL=N        ended by SIGKILL before its N-th call that changes a file
//   FAULT_COUNT=FILE    how many such calls there were, written there when it ends by itself
//   FAULT_BACK=SECONDS  after FAULT_AFTER seconds the clock shows so many seconds less
//
// Calls on standard output and error do not count. Clocks that only run forward are left alone, as
// they are when somebody sets the time.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

long number_in(const char* name, long otherwise) {
  const char* const text = std::getenv(name);
  return text ? std::atol(text) : otherwise;
}

std::atomic<long> calls{0};

void count() {
  static const long last = number_in("FAULT_CALL", -1);
  if (++calls == last) ::kill(::getpid(), SIGKILL);
}

void count_file(int descriptor) {
  if (descriptor > STDERR_FILENO) count();
}

template <class Function>
Function* real(const char* name, Function*) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

timespec shown(clockid_t clock) {
  timespec now{};
  ::syscall(SYS_clock_gettime, clock, &now);
  return now;
}

/// Seconds that the clock goes slow by now.
long set_back() {
  static const long back = number_in("FAULT_BACK", 0);
  static const double after =
      std::getenv("FAULT_AFTER") ? std::atof(std::getenv("FAULT_AFTER")) : 0;
  static const timespec begun = shown(CLOCK_MONOTONIC);
  const timespec now = shown(CLOCK_MONOTONIC);
  const double gone = static_cast<double>(now.tv_sec - begun.tv_sec) +
                      1e-9 * static_cast<double>(now.tv_nsec - begun.tv_nsec);
  return gone >= after ? back : 0;
}

struct AtTheEnd {
  AtTheEnd() { set_back(); }
  ~AtTheEnd() {
    const char* const file = std::getenv("FAULT_COUNT");
    if (!file) return;
    const long all = calls;
    if (std::FILE* const stream = std::fopen(file, "w")) {
      std::fprintf(stream, "%ld\n", all);
      std::fclose(stream);
    }
  }
} at_the_end;

}  // namespace

#define COUNTED(NAME, RESULT, PARAMETERS, ARGUMENTS, COUNTING)                             \
  extern "C" RESULT NAME PARAMETERS {                                                      \
    static auto* const original = real(#NAME, static_cast<RESULT(*) PARAMETERS>(nullptr)); \
    COUNTING;                                                                              \
    return original ARGUMENTS;                                                             \
  }

COUNTED(write, ssize_t, (int file, const void* bytes, size_t size), (file, bytes, size),
        count_file(file))
COUNTED(pwrite, ssize_t, (int file, const void* bytes, size_t size, off_t at),
        (file, bytes, size, at), count_file(file))
COUNTED(pwrite64, ssize_t, (int file, const void* bytes, size_t size, off64_t at),
        (file, bytes, size, at), count_file(file))
COUNTED(writev, ssize_t, (int file, const iovec* parts, int parts_count),
        (file, parts, parts_count), count_file(file))
COUNTED(ftruncate, int, (int file, off_t size) noexcept, (file, size), count_file(file))
COUNTED(ftruncate64, int, (int file, off64_t size) noexcept, (file, size), count_file(file))
COUNTED(fsync, int, (int file), (file), count_file(file))
COUNTED(fdatasync, int, (int file), (file), count_file(file))
COUNTED(rename, int, (const char* from, const char* to) noexcept, (from, to), count())
COUNTED(unlink, int, (const char* path) noexcept, (path), count())
COUNTED(remove, int, (const char* path) noexcept, (path), count())
COUNTED(mkdir, int, (const char* path, mode_t mode) noexcept, (path, mode), count())

extern "C" int clock_gettime(clockid_t clock, timespec* now) noexcept {
  const long status = ::syscall(SYS_clock_gettime, clock, now);
  if (status == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
    now->tv_sec -= set_back();
  return static_cast<int>(status);
}

extern "C" time_t time(time_t* now) noexcept {
  const time_t seconds = shown(CLOCK_REALTIME).tv_sec - set_back();
  if (now) *now = seconds;
  return seconds;
}

extern "C" int gettimeofday(timeval* now, void*) noexcept {
  const timespec shows = shown(CLOCK_REALTIME);
  *now = {shows.tv_sec - set_back(), shows.tv_nsec / 1000};
  return 0;
}
