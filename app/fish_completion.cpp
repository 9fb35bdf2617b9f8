#include <fmt/format.h>

#include "app/completions.hpp"

namespace homeroom::app {
namespace {

std::string quoted(const std::string& text) {
  std::string safe;
  for (const char letter : text) {
    if (letter == '\'' || letter == '\\') safe += '\\';
    safe += letter;
  }
  return "'" + safe + "'";
}

/// What completes a value; -x: it wants one and no file, -F: a file.
std::string action_of(const OptionFacts& option) {
  switch (option.completes) {
    case Completes::Nothing:
      return " -x";
    case Completes::Words:
      return fmt::format(" -x -a {}", quoted(fmt::format("{}", fmt::join(option.words, " "))));
    case Completes::Folders:
      return " -x -a '(__fish_complete_directories)'";
    case Completes::Files:
      return " -r -F";
    default: {
      // A policy or a key is no file; a scenario, a design, a topic may be one.
      const bool file =
          option.completes != Completes::Policies && option.completes != Completes::Keys;
      return fmt::format(" {} -a '(homeroom completion {})'", file ? "-r -F" : "-x",
                         word_of(option.completes));
    }
  }
}

std::string option_line(const std::string& when, const OptionFacts& option) {
  std::string line = fmt::format("complete -c homeroom -n {}", quoted(when));
  for (const std::string& name : option.names) {
    line += name.size() == 2 ? " -s " + name.substr(1) : " -l " + name.substr(2);
  }
  if (!option.type.empty()) line += action_of(option);
  return fmt::format("{} -d {}\n", line, quoted(in_short(option.text)));
}

}  // namespace

std::string fish_completion(const ProgramFacts& program) {
  const std::string first = "__fish_use_subcommand";
  std::string text =
      "# Completion of homeroom for fish, made by: homeroom completion fish\n"
      "complete -c homeroom -f\n";
  for (const OptionFacts& option : program.options) text += option_line(first, option);
  for (const CommandFacts& command : program.commands) {
    text += fmt::format("complete -c homeroom -n {} -a {} -d {}\n", first, command.name,
                        quoted(in_short(command.text)));
    const std::string within = "__fish_seen_subcommand_from " + command.name;
    for (const OptionFacts& option : command.options) text += option_line(within, option);
    for (const OptionFacts& argument : command.arguments) {
      if (argument.completes == Completes::Nothing) continue;
      text += fmt::format("complete -c homeroom -n {}{}\n", quoted(within), action_of(argument));
    }
  }
  return text;
}

}  // namespace homeroom::app
