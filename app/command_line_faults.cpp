#include "app/command_line_faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom::app {
namespace {

std::string meant(const std::string& word, const std::vector<std::string>& known) {
  const std::string nearest = nearest_of(word, known);
  return nearest.empty() ? "" : fmt::format("; did you mean \"{}\"?", nearest);
}

std::vector<std::string> names_of_commands(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> names_of_options(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

/// Words that no option wanted, a line each.
std::string about_extras(const CLI::App& command, const std::string& who) {
  const std::vector<std::string> options = names_of_options(command);
  std::string text;
  for (const std::string& word : command.remaining(true)) {
    if (word == "--") continue;  // what follows are no options; nothing followed
    if (word.empty() || word.front() != '-') {
      text += fmt::format("{}: {}: one word too many\n", who, word);
      continue;
    }
    const std::string name = word.substr(0, word.find('='));
    text += fmt::format("{}: {}: is no option (allowed: {}){}\n", who, name, listed(options),
                        meant(name, options));
  }
  return text;
}

/// "NAME: REST" and "NAME = VALUE" are how the library begins its complaints.
std::string before(const std::string& text, const std::string& mark) {
  return text.substr(0, text.find(mark));
}
std::string after(const std::string& text, const std::string& mark) {
  const std::size_t at = text.find(mark);
  return at == std::string::npos ? text : text.substr(at + mark.size());
}

std::string about_conversion(const CLI::App& command, const std::string& what) {
  const std::string said = after(what, "Could not convert: ");
  const CLI::Option* option = command.get_option_no_throw(before(said, " = "));
  if (option && option->get_expected_max() == 0) {
    return fmt::format("{}: takes no value, yet one was given", before(said, " = "));
  }
  return fmt::format("{}: \"{}\" is no whole number that a run can use", before(said, " = "),
                     after(said, " = "));
}

std::string about_missing(const CLI::App& app, const CLI::App& command) {
  if (&app == &command) {
    return fmt::format("a command is missing (allowed: {})", listed(names_of_commands(app)));
  }
  const CLI::Option* wanted = nullptr;
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_required() && option->count() == 0) wanted = option;
  }
  std::string name = wanted ? wanted->get_type_name() : "argument";
  if (wanted && !wanted->get_snames().empty()) {
    name = fmt::format("-{} {}", wanted->get_snames().front(), name);
  } else if (wanted && !wanted->get_lnames().empty()) {
    name = fmt::format("--{} {}", wanted->get_lnames().front(), name);
  }
  return fmt::format("{0} is missing: homeroom {1} {0}", name, command.get_name());
}

std::string complaint(const CLI::App& app, const CLI::App& command, const CLI::ParseError& error) {
  const std::string what = error.what();
  if (dynamic_cast<const CLI::ConversionError*>(&error)) return about_conversion(command, what);
  if (dynamic_cast<const CLI::RequiredError*>(&error)) return about_missing(app, command);
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
    return fmt::format("{}: wants a value, and none follows", before(what, ":"));
  }
  if (dynamic_cast<const CLI::ExcludesError*>(&error)) {
    return fmt::format("{} and {} exclude each other; give one", before(what, " excludes "),
                       after(what, " excludes "));
  }
  if (dynamic_cast<const CLI::RequiresError*>(&error)) {
    return fmt::format("{} wants {} beside it", before(what, " requires "),
                       after(what, " requires "));
  }
  return what;
}

}  // namespace

std::string unknown_command(const CLI::App& app, const std::string& word) {
  const std::vector<std::string> commands = names_of_commands(app);
  const bool known = std::find(commands.begin(), commands.end(), word) != commands.end();
  if (word.empty() || word.front() == '-' || known) return {};
  if (word == "help")
    return "homeroom: help: is no command; say homeroom --help, or homeroom COMMAND --help\n";
  return fmt::format("homeroom: {}: is no command (allowed: {}){}\n", word, listed(commands),
                     meant(word, commands));
}

std::string in_our_words(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  const CLI::App& command = chosen.empty() ? app : *chosen.front();
  const std::string who = chosen.empty() ? "homeroom" : "homeroom " + command.get_name();
  std::string text = about_extras(command, who);
  if (text.empty() && dynamic_cast<const CLI::ExtrasError*>(&error)) {
    text = fmt::format("{}: {}\n", who, about_missing(app, command));
  }
  if (text.empty()) text = fmt::format("{}: {}\n", who, complaint(app, command, error));
  return text + fmt::format("{} --help shows what there is\n", who);
}

}  // namespace homeroom::app
