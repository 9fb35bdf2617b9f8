#include "sim/scenario/toml_text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace homeroom {

namespace {

template <class Values, class Write>
std::string joined(const char* open, const Values& values, const char* close, Write&& write) {
  std::string text = open;
  bool first = true;
  for (const auto& value : values) {
    if (!first) text += ", ";
    first = false;
    text += write(value);
  }
  return text + close;
}

bool is_control(char letter) {
  const auto code = static_cast<unsigned char>(letter);
  return code < 0x20 || code == 0x7f;
}

bool is_plain(char letter) { return letter != '"' && letter != '\\' && !is_control(letter); }

std::string escaped(char letter) {
  switch (letter) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\t':
      return "\\t";
    default:
      break;
  }
  return is_control(letter) ? fmt::format("\\u{:04X}", static_cast<unsigned char>(letter))
                            : std::string(1, letter);
}

}  // namespace

std::string toml_literal(double value) {
  // Minus nought would be written as the integer -0, which reads back as 0.
  return value == 0.0 ? "0" : fmt::format("{}", value);
}

std::string toml_literal(const std::vector<double>& values) {
  return joined("[", values, "]", [](double value) { return toml_literal(value); });
}

std::string toml_literal(const Dated& value) {
  const auto& steps = value.steps();
  if (steps.empty()) return toml_literal(0.0);
  if (steps.size() == 1 && steps.front().first == Dated::kAlways) {
    return toml_literal(steps.front().second);
  }
  return joined("{ ", steps, " }", [](const auto& step) {
    return fmt::format("{} = {}", step.first, toml_literal(step.second));
  });
}

std::string toml_string(std::string_view text) {
  std::string written = "\"";
  written.reserve(text.size() + 2);
  for (const char letter : text) {
    if (is_plain(letter)) {
      written += letter;
    } else {
      written += escaped(letter);
    }
  }
  return written + "\"";
}

std::string toml_comment(std::string_view text) {
  std::string written(text);
  for (char& letter : written) {
    if (is_control(letter)) letter = ' ';
  }
  return written;
}

std::string toml_literal(const Node& node) {
  switch (node.kind) {
    case Node::Kind::Table:
      return joined("{ ", node.members, " }", [](const auto& member) {
        return fmt::format("{} = {}", member.first, toml_literal(member.second));
      });
    case Node::Kind::Array:
      return joined("[", node.items, "]", [](const Node& item) { return toml_literal(item); });
    case Node::Kind::String:
      return toml_string(node.text);
    case Node::Kind::Integer:
      return std::to_string(node.integer);
    case Node::Kind::Float:
      return toml_literal(node.real);
    case Node::Kind::Boolean:
      return node.flag ? "true" : "false";
    case Node::Kind::Date:
      return node.text;
  }
  return "";
}

std::string toml_list(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + toml_string(word);
  return "[" + text + "]";
}

}  // namespace homeroom
