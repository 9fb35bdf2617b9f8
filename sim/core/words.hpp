// Texts in words and parts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace homeroom {

/// The words of a text in small letters; whatever is no letter or digit stands between two words,
/// so that "class_size.cap" has three.
std::vector<std::string> words_in(std::string_view text);

/// What stands between the marks: "a.b." at '.' is "a", "b" and "".
std::vector<std::string> split_at(std::string_view text, char mark);

/// True when every one of `asked` begins a word of `text`; a plural asks for its singular as well.
bool mentions(std::string_view text, const std::vector<std::string>& asked);

/// The text without blanks at its ends.
std::string without_blanks_around(std::string_view text);

/// A key as people say it: "high_poverty" is "high poverty".
std::string with_blanks(std::string_view key);

/// "a", "a and b", "a, b and c".
std::string listed_with_and(const std::vector<std::string>& words);

/// True when `word` is among the words.
bool is_among(std::string_view word, const std::vector<std::string>& words);

}  // namespace homeroom
