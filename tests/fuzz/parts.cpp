#include "tests/fuzz/parts.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace homeroom::fuzz {
namespace {

constexpr std::string_view kMark = "%% ";

/// Where the next mark begins a line, from `from` on; the text's size where there is none.
std::size_t next_mark(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(kMark, from); at != std::string_view::npos;
       at = text.find(kMark, at + 1)) {
    if (at == 0 || text[at - 1] == '\n') return at;
  }
  return text.size();
}

}  // namespace

std::vector<Part> parts_of(std::string_view input) {
  std::size_t at = next_mark(input, 0);
  std::vector<Part> parts{{"", std::string(input.substr(0, at))}};
  while (at < input.size()) {
    const std::size_t name = at + kMark.size();
    const std::size_t end = std::min(input.find('\n', name), input.size());
    const std::size_t next = next_mark(input, end);
    const std::size_t text = std::min(end + 1, next);
    parts.push_back({std::string(input.substr(name, end - name)),
                     std::string(input.substr(text, next - text))});
    at = next;
  }
  return parts;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: does not hold: %s\n", what);
  std::abort();
}

}  // namespace homeroom::fuzz
