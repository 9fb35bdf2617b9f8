// What no target may do, by name, so that a test sees its limits kept: `time`, `memory`, `end`.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "tests/fuzz/parts.hpp"

namespace {

volatile bool on = true;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string kind(homeroom::fuzz::as_text(data, size));
  while (kind == "time\n" && on) {
  }
  if (kind == "memory\n") {
    std::vector<char> much(std::size_t{1200} << 20);
    std::fill(much.begin(), much.end(), on);
  }
  if (kind == "end\n") homeroom::fuzz::must(!on, "what was planted");
  return 0;
}
