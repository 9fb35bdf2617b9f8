#include "app/completions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/find_scenario.hpp"
#include "app/shipped_scenarios.hpp"
#include "sim/scenario/declared.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/toml_folder.hpp"

namespace homeroom::app {
namespace {

constexpr std::size_t kShort = 60;  // letters: half a line of a terminal

/// Names of the files in a folder beside the shipped scenarios.
std::vector<std::string> names_of_files(const char* folder) {
  std::vector<std::string> names;
  if (scenarios_folder().empty()) return names;
  for (const auto& file : toml_files_in(scenarios_folder() / folder)) {
    names.push_back(file.stem().string());
  }
  return names;
}

std::vector<std::string> keys() {
  std::vector<std::string> names;
  for (const Declared& field : declared_fields()) {
    // Entries of lists and models of one's own have no name here.
    if (field.key.find(".N.") != std::string::npos || field.key.find("KEY") != std::string::npos) {
      continue;
    }
    names.push_back(field.key);
  }
  return names;
}

std::vector<std::string> topics() {
  std::vector<std::string> names = {"tables", "dictionary", "mechanisms",
                                    "models", "levers",     "parameters"};
  const std::vector<std::string> more = keys();
  names.insert(names.end(), more.begin(), more.end());
  return names;
}

}  // namespace

std::string word_of(Completes completes) {
  switch (completes) {
    case Completes::Scenarios:
      return "scenarios";
    case Completes::Policies:
      return "policies";
    case Completes::Designs:
      return "designs";
    case Completes::Keys:
      return "keys";
    case Completes::Topics:
      return "topics";
    default:
      return {};
  }
}

const std::vector<std::string>& completion_words() {
  static const std::vector<std::string> words = {"bash",     "zsh",     "fish", "scenarios",
                                                 "policies", "designs", "keys", "topics"};
  return words;
}

std::string refuse_no_completion(const std::string& value) {
  const std::vector<std::string>& words = completion_words();
  if (std::find(words.begin(), words.end(), value) != words.end()) return {};
  return fmt::format("\"{}\" is no shell that is known (allowed: {})", value, listed(words));
}

std::string completion_text(const std::string& what, const ProgramFacts& program) {
  if (what == "bash") return bash_completion(program);
  if (what == "zsh") return zsh_completion(program);
  if (what == "fish") return fish_completion(program);
  std::vector<std::string> names;
  if (what == "scenarios") names = shipped_scenarios();
  if (what == "policies") names = names_of_files("policies");
  if (what == "designs") names = names_of_files("sweeps");
  if (what == "keys") names = keys();
  if (what == "topics") names = topics();
  std::string text;
  for (const std::string& name : names) text += name + "\n";
  return text;
}

std::string in_short(const std::string& text) {
  const std::size_t end =
      std::min({text.find(" ("), text.find("; "), text.find(": "), text.size()});
  if (end <= kShort) return text.substr(0, end);
  const std::size_t blank = text.rfind(' ', kShort);
  return text.substr(0, blank == std::string::npos ? kShort : blank) + " ...";
}

}  // namespace homeroom::app
