// Runs a target over files, each once, where the build has no libFuzzer: what was found once is
// tried in every test, by any compiler.
//
//   fuzz_TARGET FILE|FOLDER...
//
// A file may take five seconds of processor time, so that other work on the machine does not count,
// and the program one gibibyte. What ends the program is said of the file that was named last.
#include <signal.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

constexpr int kSeconds = 5;
constexpr long kMostKibibytes = 1024 * 1024;

void too_long(int) {
  constexpr char kWords[] = "replay: the file named last took more than 5 s\n";
  if (write(STDERR_FILENO, kWords, sizeof kWords - 1) < 0) _exit(3);
  _exit(1);
}

void wind_clock(int seconds) {
  const itimerval clock{{0, 0}, {seconds, 0}};
  setitimer(ITIMER_PROF, &clock, nullptr);
}

std::vector<fs::path> files_of(const fs::path& named) {
  if (!fs::is_directory(named)) return {named};
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(named)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// False where the program has taken too much by now.
bool run(const fs::path& file) {
  std::fprintf(stderr, "replay: %s\n", file.c_str());
  std::ifstream stream(file, std::ios::binary);
  const std::vector<char> bytes{std::istreambuf_iterator<char>(stream),
                                std::istreambuf_iterator<char>()};
  wind_clock(kSeconds);
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  wind_clock(0);
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  if (used.ru_maxrss <= kMostKibibytes) return true;
  std::fprintf(stderr, "replay: the file named last took the program to %ld MiB, beyond 1 GiB\n",
               used.ru_maxrss / 1024);
  return false;
}

/// What wants far more than it may have does not get it, so that the machine stays whole.
void bound_memory() {
#ifndef HOMEROOM_SANITIZED  // sanitizers map far more than they use
  const rlimit most{2048ul * kMostKibibytes, 2048ul * kMostKibibytes};
  setrlimit(RLIMIT_DATA, &most);
#endif
}

}  // namespace

int main(int arguments, char** argument) {
  signal(SIGPROF, too_long);
  bound_memory();
  std::size_t count = 0;
  for (int i = 1; i < arguments; ++i) {
    for (const fs::path& file : files_of(argument[i])) {
      if (!run(file)) return 1;
      ++count;
    }
  }
  std::printf("replay: %zu files\n", count);
  return count > 0 ? 0 : 2;  // an empty corpus tries nothing
}
