#include "app/command_facts.hpp"

#include <CLI/CLI.hpp>

#include <map>

#include "sim/core/words.hpp"

namespace homeroom::app {
namespace {

/// By the name that the value has in --help. Values named "one|other" are these words.
Completes completed_by(const std::string& type) {
  static const std::map<std::string, Completes> by_type = {{"SCENARIO", Completes::Scenarios},
                                                           {"BASE", Completes::Scenarios},
                                                           {"ALTERNATIVE", Completes::Scenarios},
                                                           {"CITY", Completes::Scenarios},
                                                           {"NAME[+NAME...]", Completes::Policies},
                                                           {"DESIGN", Completes::Designs},
                                                           {"KEY=VALUE", Completes::Keys},
                                                           {"TOPIC", Completes::Topics},
                                                           {"DIR", Completes::Folders},
                                                           {"FOLDER", Completes::Folders},
                                                           {"FILE", Completes::Files},
                                                           {"LIST", Completes::Files},
                                                           {"TABLE.csv", Completes::Files}};
  if (type.find('|') != std::string::npos) return Completes::Words;
  const auto found = by_type.find(type);
  return found == by_type.end() ? Completes::Nothing : found->second;
}

OptionFacts facts_of(const CLI::Option& option) {
  OptionFacts facts;
  for (const std::string& name : option.get_snames()) facts.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) facts.names.push_back("--" + name);
  const bool flag = option.get_expected_max() == 0;
  if (!flag) facts.type = option.get_type_name();
  facts.text = option.get_description();
  facts.required = option.get_required();
  facts.repeats = option.get_expected_max() >= CLI::detail::expected_max_vector_size;
  facts.completes = completed_by(facts.type);
  if (facts.completes == Completes::Words) facts.words = split_at(facts.type, '|');
  return facts;
}

CommandFacts facts_of(const CLI::App& command, const std::string& name) {
  CommandFacts facts{name, command.get_description(), {}, {}};
  for (const CLI::Option* option : command.get_options()) {
    (option->get_positional() ? facts.arguments : facts.options).push_back(facts_of(*option));
  }
  return facts;
}

}  // namespace

ProgramFacts facts_of(const CLI::App& app) {
  ProgramFacts facts;
  facts.text = app.get_description();
  facts.options = facts_of(app, "").options;
  for (const CLI::App* command : app.get_subcommands({})) {
    facts.commands.push_back(facts_of(*command, command->get_name()));
  }
  return facts;
}

}  // namespace homeroom::app
