#include <fmt/format.h>

#include "app/completions.hpp"

namespace homeroom::app {
namespace {

/// What is offered for a value, as the script's last part reads it: words of its own in brackets.
std::string offered(const OptionFacts& option) {
  switch (option.completes) {
    case Completes::Nothing:
      return "nothing";
    case Completes::Words:
      return fmt::format("({})", fmt::join(option.words, " "));
    case Completes::Folders:
      return "folders";
    case Completes::Files:
      return "files";
    default:
      return word_of(option.completes);
  }
}

std::string names_of(const std::vector<OptionFacts>& options) {
  std::string names;
  for (const OptionFacts& option : options) {
    for (const std::string& name : option.names) names += (names.empty() ? "" : " ") + name;
  }
  return names;
}

/// A line of `case` for every option that wants a value.
std::string values_of(const CommandFacts& command) {
  std::string text;
  for (const OptionFacts& option : command.options) {
    if (option.type.empty()) continue;
    std::string patterns;
    for (const std::string& name : option.names) {
      patterns += fmt::format("{}'{} {}'", patterns.empty() ? "" : " | ", command.name, name);
    }
    text += fmt::format("    {}) echo '{}' ;;\n", patterns, offered(option));
  }
  return text;
}

/// What stands at each place; a last one that repeats stands for all that follow.
std::string places_of(const CommandFacts& command) {
  std::string text;
  for (const OptionFacts& argument : command.arguments) {
    text += fmt::format("{}'{}'", text.empty() ? "" : " ", offered(argument));
  }
  const bool open = !command.arguments.empty() && command.arguments.back().repeats;
  return open ? text : text + (text.empty() ? "" : " ") + "'nothing'";
}

constexpr const char* kHead =
    R"bash(# Completion of homeroom for bash, made by: homeroom completion bash

# What may follow an option: nothing where it takes no value.
_homeroom_value() {
  case $1 in
)bash";

constexpr const char* kPlaces = R"bash(  esac
}

# Options of a command, and what stands at its places.
_homeroom_command() {
  options='--help' places=('nothing')
  case $1 in
)bash";

constexpr const char* kTail = R"bash(  esac
}

_homeroom_offer() {
  local what=$1 current=$2
  case $what in
    nothing) return ;;
    '('*')') mapfile -t COMPREPLY < <(compgen -W "${what:1:-1}" -- "$current") ;;
    folders) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
    files) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    keys)
      compopt -o nospace 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -S = -W "$("$program" completion keys 2>/dev/null)" -- "$current")
      ;;
    *)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(
        compgen -W "$("$program" completion "$what" 2>/dev/null)" -- "$current"
        compgen -f -X '!*.toml' -- "$current"
        compgen -d -- "$current"
      )
      ;;
  esac
}

_homeroom() {
  local program=${COMP_WORDS[0]/#\~/$HOME} current=${COMP_WORDS[COMP_CWORD]}
  local command='' before='' value options='' word i place=0
  local -a places
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    # bash takes --option=value and KEY=VALUE apart.
    if [[ $word == = ]]; then
      [[ $before != value ]] || before='set'
    elif [[ -z $command ]]; then
      [[ $word == -* ]] || command=$word
    elif [[ $before == -* ]]; then
      before='value'
    elif [[ $before == set ]]; then
      before=''
    elif [[ $word == -* ]]; then
      before=''
      [[ -z $(_homeroom_value "$command $word") ]] || before=$word
    else
      before=''
      place=$((place + 1))
    fi
  done
  if [[ $current == = ]]; then
    [[ $before != value ]] || before='set'
    current=''
  fi
  _homeroom_command "$command"
  if [[ $before == -* ]]; then
    _homeroom_offer "$(_homeroom_value "$command $before")" "$current"
  elif [[ $before == set ]]; then
    return
  elif [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
  else
    value=${places[place < ${#places[@]} ? place : ${#places[@]} - 1]}
    _homeroom_offer "$value" "$current"
  fi
}

complete -F _homeroom homeroom
)bash";

}  // namespace

std::string bash_completion(const ProgramFacts& program) {
  std::string values, places, commands;
  for (const CommandFacts& command : program.commands) {
    commands += (commands.empty() ? "" : " ") + command.name;
    values += values_of(command);
    places += fmt::format("    {})\n      options='{}'\n      places=({})\n      ;;\n",
                          command.name, names_of(command.options), places_of(command));
  }
  const std::string first =
      fmt::format("    '')\n      options='{}'\n      places=('({})')\n      ;;\n",
                  names_of(program.options), commands);
  return kHead + values + kPlaces + first + places + kTail;
}

}  // namespace homeroom::app
