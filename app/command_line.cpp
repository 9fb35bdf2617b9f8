#include "app/command_line.hpp"

#include <CLI/CLI.hpp>

#include <fmt/format.h>

#include <cstdio>

#include "app/command_facts.hpp"
#include "app/command_line_faults.hpp"
#include "app/command_options.hpp"
#include "app/completions.hpp"
#include "app/find_scenario.hpp"
#include "app/manual_page.hpp"
#include "app/option_checks.hpp"
#include "app/version.hpp"
#include "app/version_report.hpp"

namespace homeroom::app {

namespace {

void add_manual(CLI::App& app) {
  app.add_subcommand("manual", "Print the manual page: homeroom manual | man -l -");
}

void add_completion(CLI::App& app, std::string& what) {
  CLI::App* completion = app.add_subcommand(
      "completion",
      "Print by what a shell completes command lines: source <(homeroom completion "
      "bash)");
  completion
      ->add_option(
          "what", what,
          "A shell; or the names that its script asks for: scenarios, policies, designs of "
          "sweeps, keys, topics of explain")
      ->required()
      ->type_name(fmt::format("{}", fmt::join(completion_words(), "|")))
      ->check(refuse_no_completion);
}

/// A scenario that came with the program goes by its name, and by its path in the repository.
void find_scenarios(CLI::App& app) {
  for (CLI::App* command : app.get_subcommands({})) {
    for (CLI::Option* option : command->get_options()) {
      const std::string type = option->get_type_name();
      if (type == "SCENARIO" || type == "BASE" || type == "ALTERNATIVE") {
        option->transform([](const std::string& name) { return named_scenario(name); });
      }
    }
  }
}

/// The library would take an empty value for none: a script whose variable is not set would run the
/// default instead of its own part.
void refuse_empty_values(CLI::App& app) {
  for (CLI::App* command : app.get_subcommands({})) {
    for (CLI::Option* option : command->get_options()) {
      if (option->get_expected_max() > 0) option->check(refuse_empty);
    }
  }
}

/// What the command line tells of itself; nothing where another command was chosen.
std::optional<std::string> told_of_itself(const CLI::App& app, const std::string& command,
                                          const std::string& completion) {
  if (command == "manual") return manual_page(facts_of(app), program_version(), source_date());
  if (command == "completion") return completion_text(completion, facts_of(app));
  return {};
}

}  // namespace

Parsed parse_command_line(int argc, char** argv) {
  CLI::App app{"Homeroom: what would happen to a city's schools under another policy"};
  app.name("homeroom");
  app.require_subcommand(1);
  app.set_version_flag("--version", version_report, "Print version, compiler, libraries and exit");
  Asked asked;
  asked.words.assign(argv, argv + argc);
  add_run(app, asked.run);
  add_check(app, asked.check);
  add_explain(app, asked.explain);
  add_patterns(app, asked.patterns);
  add_compare(app, asked.compare);
  add_audit(app, asked.audit);
  add_import(app, asked.import_lists);
  add_estimate(app, asked.estimate);
  add_decide(app, asked.decide);
  add_schema(app, asked.schema);
  add_sweep(app, asked.sweep);
  add_collect(app, asked.collect);
  add_sensitivity(app, asked.sensitivity);
  add_claims(app, asked.claims);
  add_probes(app, asked.probes);
  add_workshop(app, asked.workshop);
  add_report(app, asked.report);
  std::string completion;
  add_completion(app, completion);
  add_manual(app);
  find_scenarios(app);
  refuse_empty_values(app);
  if (argc > 1) {
    const std::string fault = unknown_command(app, argv[1]);
    if (!fault.empty()) {
      fmt::print(stderr, "{}", fault);
      return {{}, kBadInput};
    }
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {  // help or version
    return {{}, app.exit(success)};
  } catch (const CLI::ParseError& error) {
    fmt::print(stderr, "{}", in_our_words(app, error));
    return {{}, kBadInput};
  }
  asked.command = app.get_subcommands().front()->get_name();
  if (const auto told = told_of_itself(app, asked.command, completion)) {
    fmt::print("{}", *told);
    return {{}, kDone};
  }
  return {std::move(asked), kDone};
}

}  // namespace homeroom::app
