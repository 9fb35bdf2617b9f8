// Looking something up by ordinary words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace homeroom {

/// The words of a text in small letters; whatever is no letter or digit stands between two words,
/// so that "class_size.cap" has three.
std::vector<std::string> words_in(std::string_view text);

/// True when every one of `asked` begins a word of `text`; a plural asks for its singular as well.
bool mentions(std::string_view text, const std::vector<std::string>& asked);

}  // namespace homeroom
