#include "sim/core/words.hpp"

#include <algorithm>

namespace homeroom {
namespace {

// Bytes of a letter beyond ASCII belong to their word, whatever the locale says.
bool belongs_to_word(unsigned char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter >= 0x80;
}

char small(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

constexpr std::size_t kShortestPlural = 4;

std::string_view singular(std::string_view word) {
  if (word.size() >= kShortestPlural && word.back() == 's') word.remove_suffix(1);
  return word;
}

}  // namespace

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char letter : text) {
    const bool belongs = belongs_to_word(static_cast<unsigned char>(letter));
    if (belongs && !inside) words.emplace_back();
    if (belongs) words.back() += small(letter);
    inside = belongs;
  }
  return words;
}

std::vector<std::string> split_at(std::string_view text, char mark) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find(mark, begin);
    parts.emplace_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

bool mentions(std::string_view text, const std::vector<std::string>& asked) {
  const std::vector<std::string> words = words_in(text);
  return !asked.empty() && std::all_of(asked.begin(), asked.end(), [&](const std::string& one) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return word.starts_with(singular(one)); });
  });
}

std::string without_blanks_around(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t") + 1 - first));
}

std::string with_blanks(std::string_view key) {
  std::string words(key);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string listed_with_and(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    text += i == 0 ? "" : i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

bool is_among(std::string_view word, const std::vector<std::string>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace homeroom
