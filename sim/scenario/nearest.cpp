#include "sim/scenario/nearest.hpp"

#include <algorithm>

namespace homeroom {

namespace {
// No known name is longer; a longer word is no slip of one.
constexpr std::size_t kLongestWord = 64;
}  // namespace

int typing_distance(std::string_view one, std::string_view other) {
  const std::size_t width = other.size() + 1;
  std::vector<int> before_last(width), last(width), now(width);
  for (std::size_t j = 0; j < width; ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= one.size(); ++i) {
    now[0] = static_cast<int>(i);
    for (std::size_t j = 1; j < width; ++j) {
      const int change = one[i - 1] == other[j - 1] ? 0 : 1;
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + change});
      const bool swapped =
          i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (swapped) now[j] = std::min(now[j], before_last[j - 2] + 1);
    }
    before_last.swap(last);
    last.swap(now);
  }
  return last[width - 1];
}

int tolerated_distance(std::string_view word) {
  return std::max(1, static_cast<int>(word.size()) / 3);
}

std::string nearest_of(std::string_view word, const std::vector<std::string>& known) {
  if (word.empty() || word.size() > kLongestWord) return {};
  std::string best;
  int least = tolerated_distance(word) + 1;
  for (const std::string& name : known) {
    if (name.size() > kLongestWord) continue;
    const int distance = typing_distance(word, name);
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best;
}

}  // namespace homeroom
