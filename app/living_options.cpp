// Commands that live scenarios as their files say them, each by itself or side by side.
#include <CLI/CLI.hpp>

#include "app/command_options.hpp"
#include "app/option_checks.hpp"

namespace homeroom::app {

void add_run(CLI::App& app, RunOptions& o) {
  CLI::App* run = app.add_subcommand("run", "Run scenarios and write their tables");
  run->add_option("scenario", o.scenarios, "Scenario files")
      ->required()
      ->type_name("SCENARIO")
      ->check(refuse_blank);
  add_output_folder(run, o.output, "results/<scenario name>");
  run->add_option("--anchor-from", o.anchor_from,
                  "Scenario whose burn-in sets the zero of growth (default: each its own)")
      ->type_name("SCENARIO")
      ->check(refuse_blank)
      ->check(refuse_flag);
  add_keeping(run, o.keep_burn_ins,
              "Begin from the burnt-in cities in this folder; leave there those it lacks");
  auto* many =
      run->add_option("--replicates", o.replicates, "Number of replicates")->type_name("N");
  run->add_option("--replicate", o.replicate, "One replicate alone, as it is in a batch")
      ->type_name("K")
      ->excludes(many);
  run->add_option("--seed", o.seed, "Seed of all dice")->type_name("S");
  run->add_option("--years", o.years, "Policy years")->type_name("N");
  add_threads(run, o.threads);
  run->add_option("--divide", o.divide,
                  "Live one part in N of the city: fewer schools of the same size")
      ->type_name("N");
  add_settings(run, o.settings, "Change a key, as in --set law.choice.list_length=3");
  add_policies(run, o.policy, "Lay a policy over each scenario; several are laid together");
  run->add_flag("--burn-in", o.burn_in, "Write the burn-in years, too");
  run->add_flag("--students", o.students,
                "Write children, applications, cutoffs and teachers, too");
  run->add_option("--district", o.district, "Of a nation, one district alone, as a city")
      ->type_name("K");
  run->add_flag("--schools", o.schools, "Of a nation, write a row for every school, too");
  run->add_flag("--streamed", o.streamed,
                "Of a nation, let one district live after the other: same tables, less memory");
  run->add_flag("--dry-run", o.dry_run, "Say what would be run, its memory, disk and time");
  run->add_flag("--force", o.force,
                "Overwrite a folder that holds another run; begin though the disk looks too small");
  run->add_flag("--quiet", o.quiet, "No progress, no warnings");
  run->add_flag(
      "--timing", o.timing,
      "Print the time spent in each chapter of the year; with --dry-run what the prediction is "
      "made of");
}

void add_compare(CLI::App& app, CompareOptions& o) {
  CLI::App* compare = app.add_subcommand(
      "compare", "Run a base and alternatives over the same dice and tell their differences");
  compare->add_option("base", o.base, "Scenario that is compared with")
      ->required()
      ->type_name("BASE")
      ->check(refuse_blank);
  compare->add_option("alternative", o.alternatives, "Scenarios to compare with it")
      ->type_name("ALTERNATIVE")
      ->check(refuse_blank);
  add_policies(compare, o.policy,
               "Compare the base under a policy: of scenarios/policies, or a path; R1+R6 lays two "
               "together, all-R3 leaves a part out; each --policy is an alternative");
  compare
      ->add_option("--ladder", o.ladder,
                   "Compare every set of a ladder: steps, leave_one_out, add_one")
      ->type_name("NAME")
      ->check(refuse_blank)
      ->check(refuse_flag);
  add_output_folder(compare, o.output, "results/compare/<name of the base>");
  add_keeping(compare, o.keep_burn_ins,
              "Begin from the base's burnt-in cities in this folder; leave there those it lacks");
  compare->add_option("--replicates", o.replicates, "Number of replicates")->type_name("N");
  compare->add_option("--seed", o.seed, "Seed of all dice")->type_name("S");
  compare->add_option("--years", o.years, "Policy years")->type_name("N");
  add_threads(compare, o.threads);
  add_settings(compare, o.settings, "Change a key of every arm");
  auto* dry_run = compare->add_flag(
      "--dry-run", o.dry_run, "Say what would be compared, how long it takes and what it needs");
  compare->add_flag("--timing", o.timing, "What the prediction of --dry-run is made of")
      ->needs(dry_run);
  compare->add_flag("--force", o.force, "Overwrite a folder that holds another run");
  compare->add_flag("--quiet", o.quiet, "No progress, no warnings");
}

void add_patterns(CLI::App& app, PatternsOptions& o) {
  CLI::App* patterns =
      app.add_subcommand("patterns", "Compare a city's figures with the bands of the literature");
  patterns->add_option("scenario", o.scenarios, "Scenario files (default: boston)")
      ->type_name("SCENARIO")
      ->check(refuse_blank);
  add_file(patterns, "--bands", o.bands, "File of bands (default: scenarios/patterns.toml)");
  add_file(patterns, "-o,--output", o.output, "Write the verdicts as comma-separated text, too");
  patterns->add_option("--replicates", o.replicates, "Number of replicates")->type_name("N");
  add_threads(patterns, o.threads);
  add_settings(patterns, o.settings, "Change a key first");
  patterns->add_flag("--force", o.force, "Overwrite a file that holds no verdicts");
  patterns->add_flag("--quiet", o.quiet, "No progress, no warnings");
}

void add_workshop(CLI::App& app, WorkshopOptions& o) {
  CLI::App* workshop = app.add_subcommand(
      "workshop", "Put two policies side by side in a browser, live (docs/workshop.md)");
  workshop->add_option("scenario", o.scenarios, "Cities (default: the six of the report)")
      ->type_name("SCENARIO")
      ->check(refuse_blank);
  workshop->add_option("--port", o.port, "Port of the page (default: any that is free)")
      ->type_name("P");
  workshop
      ->add_option("--listen", o.listen,
                   "Address to listen at beside this machine; the link then has a token")
      ->type_name("ADDRESS")
      ->check(refuse_blank)
      ->check(refuse_flag);
  add_threads(workshop, o.threads);
  workshop
      ->add_option("--memory", o.memory,
                   "Memory for cities and lives that are kept (default: 1280)")
      ->type_name("MIB");
  workshop->add_flag("--quiet", o.quiet, "No word beside the link");
}

}  // namespace homeroom::app
