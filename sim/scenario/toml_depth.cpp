#include "sim/scenario/toml_depth.hpp"

#include <cctype>

namespace homeroom {

namespace {

/// Offset behind the quotes that end a long string at `at`: the last one or two of its own letters
/// may be quotes as well, before the three.
std::size_t past_long_quotes(std::string_view text, std::size_t at) {
  const char quote = text[at];
  std::size_t past = at + 3;
  while (past < text.size() && past < at + 5 && text[past] == quote) ++past;
  return past;
}

/// Offset behind the string that begins at `begin`; an unfinished string ends with its line, where
/// the parser will stop as well.
std::size_t skip_string(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  const bool long_form = text.substr(begin, 3) == std::string_view(quote == '"' ? "\"\"\"" : "'''");
  std::size_t at = begin + (long_form ? 3 : 1);
  for (; at < text.size(); ++at) {
    if (text[at] == '\\' && quote == '"') {
      ++at;
    } else if (long_form ? text.substr(at, 3) == text.substr(begin, 3) : text[at] == quote) {
      return long_form ? past_long_quotes(text, at) : at + 1;
    } else if (!long_form && text[at] == '\n') {
      return at;
    }
  }
  return text.size();
}

std::size_t skip_comment(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find('\n', begin);
  return end == std::string_view::npos ? text.size() : end;
}

bool belongs_to_a_key(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) || letter == '_' || letter == '-' ||
         letter == '.' || letter == ' ' || letter == '\t';
}

}  // namespace

std::optional<TextPosition> nests_too_deep(std::string_view text) {
  int dots = 0, brackets = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const char letter = text[at];
    if (letter == '"' || letter == '\'') {
      at = skip_string(text, at);
      continue;
    }
    if (letter == '#') {
      at = skip_comment(text, at);
      continue;
    }
    if (letter == '.') ++dots;
    if (!belongs_to_a_key(letter)) dots = 0;
    if (letter == '[' || letter == '{') ++brackets;
    if ((letter == ']' || letter == '}') && brackets > 0) --brackets;
    if (dots > kDeepestNesting || brackets > kDeepestNesting) return position_of(text, at);
    ++at;
  }
  return std::nullopt;
}

}  // namespace homeroom
