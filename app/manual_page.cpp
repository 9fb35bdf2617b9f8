#include "app/manual_page.hpp"

#include <fmt/format.h>

namespace homeroom::app {
namespace {

/// A text as it stands: backslashes, hyphens that are typed, and lines that begin like requests.
std::string plain(const std::string& text) {
  std::string safe;
  for (const char letter : text) {
    const bool at_start = safe.empty() || safe.back() == '\n';
    if (at_start && (letter == '.' || letter == '\'')) safe += "\\&";
    if (letter == '\\') {
      safe += "\\e";
    } else if (letter == '-') {
      safe += "\\-";
    } else {
      safe += letter;
    }
  }
  return safe;
}

std::string bold(const std::string& text) { return "\\fB" + plain(text) + "\\fR"; }
std::string slanted(const std::string& text) { return "\\fI" + plain(text) + "\\fR"; }

std::string head_of(const OptionFacts& option) {
  std::string text;
  for (const std::string& name : option.names) {
    text += (text.empty() ? "" : ", ") + bold(name);
  }
  if (option.type.empty()) return text;
  return text + (text.empty() ? "" : " ") + slanted(option.type) + (option.repeats ? "..." : "");
}

std::string entry(const OptionFacts& option) {
  return fmt::format(".TP\n{}\n{}{}\n", head_of(option), plain(option.text),
                     option.required && !option.names.empty() ? " (must be given)" : "");
}

/// The arguments by their place, as they are typed.
std::string usage_of(const CommandFacts& command) {
  std::string text;
  for (const OptionFacts& option : command.options) {
    if (option.required) text += " " + head_of(option);
  }
  for (const OptionFacts& argument : command.arguments) {
    const std::string one = slanted(argument.type) + (argument.repeats ? "..." : "");
    text += argument.required ? " " + one : " [" + one + "]";
  }
  return text;
}

std::string section_of(const CommandFacts& command) {
  std::string text = fmt::format(".SS homeroom {}\n{}{} [{}]\n.P\n{}.\n", plain(command.name),
                                 bold("homeroom " + command.name), usage_of(command),
                                 slanted("OPTION") + "...", plain(command.text));
  for (const OptionFacts& argument : command.arguments) text += entry(argument);
  for (const OptionFacts& option : command.options) text += entry(option);
  return text;
}

constexpr const char* kAbout = R"roff(.SH DESCRIPTION
.B homeroom
lets a city's schools live under a policy, year by year: schools, principals, teachers and families
act under rules of autonomy, choice, accountability and closure.
It writes what an analyst outside would see, and beside it the truth that only a simulator knows.
.P
A scenario is a file in TOML, or the name of one that came with the program, such as
.BR boston .
A path that begins with
.I scenarios/
and leads nowhere means the file of that name that came with the program.
.P
Equal scenarios and seeds give equal tables, whatever the number of threads.
)roff";

constexpr const char* kAfter = R"roff(.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
Failed while running; what was finished is kept, and named.
.TP
.B 2
Bad input; nothing was written.
.TP
.B 130
Interrupted; what was finished is kept.
.SH ENVIRONMENT
.TP
.B HOMEROOM_SCENARIOS
The folder of scenarios that is used instead of those below.
.SH FILES
Scenarios that came with the program are looked for in this order:
.TP
.I scenarios/
Of the folder in which the program is called, where it is one of scenarios (it has a folder
.IR nature/ ).
.TP
.I ../../scenarios/
Seen from the program, in a checkout in which it was built.
.TP
.I ../share/homeroom/scenarios/
Seen from the program, where it is installed.
.P
Bases that a scenario extends
.RI ( extends " = \(dqboston.toml\(dq)"
are looked for beside its file, then in the same folder.
.SH EXAMPLES
.TP
.B homeroom run boston
Twenty lives of Boston; tables are written to
.IR results/boston .
.TP
.B homeroom compare denver \-\-policy R1 \-\-policy R6
Two policies against current law, over the same dice.
.TP
.B homeroom explain law.choice.list_length
Meaning, unit, range, value and source of a key.
.TP
.B homeroom workshop
Two policies side by side, in a browser.
)roff";

}  // namespace

std::string manual_page(const ProgramFacts& program, const std::string& version,
                        const std::string& date) {
  std::string text = fmt::format(
      ".\\\" Made by: homeroom manual\n"
      ".TH HOMEROOM 1 \"{}\" \"homeroom {}\" \"User Commands\"\n"
      ".SH NAME\nhomeroom \\- agent\\-based simulator of school\\-district policy\n"
      ".SH SYNOPSIS\n{} {} [{}...]\n",
      date, version, bold("homeroom"), slanted("COMMAND"), slanted("OPTION"));
  text += kAbout;
  text += ".SH OPTIONS\n";
  for (const OptionFacts& option : program.options) text += entry(option);
  text += ".SH COMMANDS\n";
  for (const CommandFacts& command : program.commands) text += section_of(command);
  return text + kAfter;
}

}  // namespace homeroom::app
