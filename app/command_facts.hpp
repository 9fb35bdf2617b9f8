// What the command line knows of itself: commands and options as they are declared, for whatever
// tells of them elsewhere (the manual page, completions), so that none can fall behind.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace homeroom::app {

/// What a shell can offer for a value: words of a list, names that the program knows, or files.
enum class Completes { Nothing, Words, Scenarios, Policies, Designs, Keys, Topics, Folders, Files };

struct OptionFacts {
  std::vector<std::string> names;  ///< "-o", "--output"; empty: an argument by its place
  std::string type;                ///< "DIR"; empty: a flag
  std::string text;
  bool required = false, repeats = false;
  Completes completes = Completes::Nothing;
  std::vector<std::string> words;  ///< of Completes::Words
};

struct CommandFacts {
  std::string name, text;
  std::vector<OptionFacts> arguments, options;
};

struct ProgramFacts {
  std::string text;
  std::vector<OptionFacts> options;  ///< beside any command
  std::vector<CommandFacts> commands;
};

ProgramFacts facts_of(const CLI::App& app);

}  // namespace homeroom::app
