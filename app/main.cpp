#include <CLI/CLI.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>

#include "app/memory.hpp"
#include "app/options.hpp"
#include "app/version.hpp"
#include "sim/scenario/nearest.hpp"

namespace {

using namespace homeroom::app;

void add_run(CLI::App& app, RunOptions& o) {
  CLI::App* run = app.add_subcommand("run", "Run scenarios and write their tables");
  run->add_option("scenario", o.scenarios, "Scenario files")->required()->type_name("SCENARIO");
  run->add_option("-o,--output", o.output, "Folder to write (default: results/<scenario name>)")
      ->type_name("DIR");
  auto* many =
      run->add_option("--replicates", o.replicates, "Number of replicates")->type_name("N");
  run->add_option("--replicate", o.replicate, "One replicate alone, as it is in a batch")
      ->type_name("K")
      ->excludes(many);
  run->add_option("--seed", o.seed, "Seed of all dice")->type_name("S");
  run->add_option("--years", o.years, "Policy years")->type_name("N");
  run->add_option("--threads", o.threads, "Threads at most (default: all cores)")
      ->type_name("T")
      ->check(CLI::Range(1, 4096));
  run->add_option("--set", o.settings, "Change a key, as in --set law.choice.list_length=3")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  run->add_flag("--burn-in", o.burn_in, "Write the burn-in years, too");
  run->add_flag("--students", o.students,
                "Write children, applications, cutoffs and teachers, too");
  run->add_flag("--dry-run", o.dry_run, "Say what would be run, its memory, disk and time");
  run->add_flag("--force", o.force, "Overwrite a folder that holds another run");
  run->add_flag("--quiet", o.quiet, "No progress");
  run->add_flag("--timing", o.timing, "Print the time spent in each chapter of the year");
}

void add_check(CLI::App& app, CheckOptions& o) {
  CLI::App* check = app.add_subcommand("check", "Report every fault of scenarios; run nothing");
  check->add_option("scenario", o.scenarios, "Scenario files")->required()->type_name("SCENARIO");
  check->add_option("--set", o.settings, "Change a key first")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
}

void add_explain(CLI::App& app, ExplainOptions& o) {
  CLI::App* explain = app.add_subcommand(
      "explain", "Say what a key means, what a scenario resolves to, or which models there are");
  explain->add_option("topic", o.topic, "A key, a scenario file, models, levers or parameters")
      ->required()
      ->type_name("KEY|SCENARIO|models");
  explain
      ->add_option("--scenario", o.scenario,
                   "The scenario whose values are shown (default: scenarios/boston.toml)")
      ->type_name("SCENARIO");
  explain->add_option("--set", o.settings, "Change a key first")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
}

/// An unknown first word is named, with the commands there are.
bool unknown_command(const CLI::App& app, const std::string& word) {
  std::vector<std::string> commands;
  for (const CLI::App* command : app.get_subcommands({})) commands.push_back(command->get_name());
  if (word.front() == '-' || std::find(commands.begin(), commands.end(), word) != commands.end()) {
    return false;
  }
  const std::string nearest = homeroom::nearest_of(word, commands);
  fmt::print(stderr, "homeroom: {}: is no command (allowed: {}){}\n", word,
             fmt::join(commands, ", "),
             nearest.empty() ? "" : fmt::format("; did you mean \"{}\"?", nearest));
  return true;
}

/// What is still in the buffer must get out, or the answer is not whole.
int with_output_written(int status) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
  fmt::print(stderr, "homeroom: standard output cannot be written\n");
  return status == kDone ? kFailed : status;
}

int run_main(int argc, char** argv) {
  CLI::App app{"Homeroom: what would happen to a city's schools under another policy"};
  app.name("homeroom");
  app.require_subcommand(1);
  app.set_version_flag("--version", version_text());
  RunOptions run_options;
  CheckOptions check_options;
  ExplainOptions explain_options;
  add_run(app, run_options);
  add_check(app, check_options);
  add_explain(app, explain_options);
  app.add_subcommand("schema", "Print the JSON Schema of scenario files, for editors");
  if (argc > 1 && argv[1][0] != '\0' && unknown_command(app, argv[1])) return kBadInput;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kBadInput;
  }
  if (app.got_subcommand("run")) return run(run_options);
  if (app.got_subcommand("check")) return check(check_options);
  if (app.got_subcommand("explain")) return explain(explain_options);
  return schema();
}

}  // namespace

int main(int argc, char** argv) {
  // A write past a limit or into a closed pipe shall come back as an error, not end the program.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  homeroom::app::keep_freed_memory();
  try {
    return with_output_written(run_main(argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "homeroom: %s\n", error.what());
    return kFailed;
  }
}
