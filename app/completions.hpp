// Scripts by which shells complete command lines, made from the commands and options there are.
#pragma once

#include <string>
#include <vector>

#include "app/command_facts.hpp"

namespace homeroom::app {

std::string bash_completion(const ProgramFacts& program);
std::string zsh_completion(const ProgramFacts& program);
std::string fish_completion(const ProgramFacts& program);

/// The word by which `homeroom completion WORD` lists what completes so; empty where nothing does.
std::string word_of(Completes completes);

/// What `homeroom completion` may be asked for: shells, and the names that their scripts ask for.
const std::vector<std::string>& completion_words();
/// Anything but one of them: what is wrong with it.
std::string refuse_no_completion(const std::string& value);

/// What `homeroom completion` prints: a shell's script, or the names that such scripts ask for
/// (scenarios, policies, designs, keys, topics), one a line.
std::string completion_text(const std::string& what, const ProgramFacts& program);

/// The first sentence or so of a text, for the narrow lists of shells.
std::string in_short(const std::string& text);

}  // namespace homeroom::app
