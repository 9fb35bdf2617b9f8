#include <fmt/format.h>

#include "app/completions.hpp"

namespace homeroom::app {
namespace {

/// Marks of _arguments and of single quotes are set off.
std::string quoted(const std::string& text) {
  std::string safe;
  for (const char letter : text) {
    if (letter == '\'') {
      safe += "'\\''";
      continue;
    }
    if (letter == '[' || letter == ']' || letter == ':' || letter == '\\') safe += '\\';
    safe += letter;
  }
  return safe;
}

/// What completes a value: ":message:action", empty for a flag.
std::string action_of(const OptionFacts& option) {
  const std::string head = fmt::format(":{}:", quoted(option.type));
  switch (option.completes) {
    case Completes::Nothing:
      return head + " ";
    case Completes::Words:
      return fmt::format(":value:({})", fmt::join(option.words, " "));
    case Completes::Folders:
      return head + "_files -/";
    case Completes::Files:
      return head + "_files";
    default:
      return fmt::format("{}_homeroom_names {}", head, word_of(option.completes));
  }
}

std::string option_line(const OptionFacts& option) {
  const std::string tail = fmt::format("[{}]{}", quoted(in_short(option.text)),
                                       option.type.empty() ? "" : action_of(option));
  std::string line = "        ";
  if (option.repeats) {
    line += "'*'";
  } else if (option.names.size() > 1) {
    line += fmt::format("'({})'", fmt::join(option.names, " "));
  }
  line += option.names.size() > 1 ? fmt::format("{{{}}}", fmt::join(option.names, ","))
                                  : fmt::format("'{}'", option.names.front());
  return fmt::format("{}'{}' \\\n", line, tail);
}

std::string argument_line(const OptionFacts& argument, std::size_t place) {
  const std::string where = argument.repeats ? "*" : fmt::format("{}", place);
  return fmt::format("        '{}{}' \\\n", where, action_of(argument));
}

std::string command_case(const CommandFacts& command) {
  std::string text = fmt::format("    {})\n      _arguments \\\n", command.name);
  for (const OptionFacts& option : command.options) text += option_line(option);
  for (std::size_t i = 0; i < command.arguments.size(); ++i) {
    text += argument_line(command.arguments[i], i + 1);
  }
  return text + "        && return\n      ;;\n";
}

constexpr const char* kHead = R"zsh(#compdef homeroom
# Completion of homeroom for zsh, made by: homeroom completion zsh

# Names that the program knows; scenarios and designs may be files as well.
_homeroom_names() {
  local -a names
  names=(${(f)"$(homeroom completion $1 2>/dev/null)"})
  if [[ $1 == keys ]]; then
    compadd -S = -- $names
    return
  fi
  compadd -- $names
  [[ $1 == policies ]] || _files -g '*.toml'
}

_homeroom() {
  local curcontext=$curcontext state line
  local -a commands
  _arguments -C \
)zsh";

}  // namespace

std::string zsh_completion(const ProgramFacts& program) {
  std::string text = kHead, commands, cases;
  for (const OptionFacts& option : program.options) text += option_line(option);
  for (const CommandFacts& command : program.commands) {
    commands += fmt::format("        '{}:{}'\n", command.name, quoted(in_short(command.text)));
    cases += command_case(command);
  }
  return text +
         "        '1: :->command' '*:: :->rest' && return\n"
         "  if [[ $state == command ]]; then\n    commands=(\n" +
         commands +
         "    )\n    _describe command commands\n    return\n  fi\n  case $words[1] in\n" + cases +
         "  esac\n}\n\n_homeroom \"$@\"\n";
}

}  // namespace homeroom::app
