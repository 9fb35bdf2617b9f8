#include "sim/scenario/notes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace homeroom {

const std::vector<std::string>& note_words() {
  static const std::vector<std::string> words = {"value", "unit", "range", "source", "status"};
  return words;
}

const std::vector<std::string>& status_words() {
  static const std::vector<std::string> words = {"measured", "calibrated", "assumed"};
  return words;
}

bool has_notes(const Node& node) {
  if (!node.is(Node::Kind::Table)) return false;
  return std::any_of(note_words().begin(), note_words().end(),
                     [&](const std::string& word) { return node.find(word) != nullptr; });
}

std::string where_set(const Noted& noted) {
  if (noted.file.empty()) return "starting value, set in no file";
  return noted.line > 0 ? fmt::format("{}:{}", noted.file, noted.line) : noted.file;
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

}  // namespace homeroom
