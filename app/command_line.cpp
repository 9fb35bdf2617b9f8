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

void add_keeping(CLI::App* command, std::string& folder, const std::string& text) {
  command->add_option("--keep-burn-ins", folder, text)
      ->type_name("FOLDER")
      ->check(refuse_blank)
      ->check(refuse_flag);
}

namespace {

void add_run(CLI::App& app, RunOptions& o) {
  CLI::App* run = app.add_subcommand("run", "Run scenarios and write their tables");
  run->add_option("scenario", o.scenarios, "Scenario files")
      ->required()
      ->type_name("SCENARIO")
      ->check(refuse_blank);
  run->add_option("-o,--output", o.output, "Folder to write (default: results/<scenario name>)")
      ->type_name("DIR")
      ->check(refuse_blank)
      ->check(refuse_flag);
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
  run->add_option("--threads", o.threads, "Threads at most (default: all cores)")->type_name("T");
  run->add_option("--divide", o.divide,
                  "Live one part in N of the city: fewer schools of the same size")
      ->type_name("N")
      ->check(CLI::Range(1, 64));
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

void add_check(CLI::App& app, CheckOptions& o) {
  CLI::App* check = app.add_subcommand("check", "Report every fault of scenarios; run nothing");
  check->add_option("scenario", o.scenarios, "Scenario files")
      ->required()
      ->type_name("SCENARIO")
      ->check(refuse_blank);
  add_settings(check, o.settings, "Change a key first");
  add_policies(check, o.policy, "Lay a policy over each scenario first");
}

void add_explain(CLI::App& app, ExplainOptions& o) {
  CLI::App* explain = app.add_subcommand(
      "explain", "Say what a key, a table or a word means, or what a scenario resolves to");
  explain
      ->add_option("topic", o.topic,
                   "A key (law.choice), a table (schools.csv), ordinary words (class size), a "
                   "scenario file; or one of: tables, dictionary, codebook, mechanisms, models, "
                   "levers, parameters")
      ->required()
      ->type_name("TOPIC")
      ->check(refuse_blank);
  explain
      ->add_option("--scenario", o.scenario,
                   "The scenario whose values are shown: a file, or a shipped one by name "
                   "(default: boston)")
      ->type_name("SCENARIO")
      ->check(refuse_flag);
  add_settings(explain, o.settings, "Change a key first");
  add_policies(explain, o.policy, "Lay a policy over the scenario first");
}

void add_patterns(CLI::App& app, PatternsOptions& o) {
  CLI::App* patterns =
      app.add_subcommand("patterns", "Compare a city's figures with the bands of the literature");
  patterns->add_option("scenario", o.scenarios, "Scenario files (default: boston)")
      ->type_name("SCENARIO")
      ->check(refuse_blank);
  patterns->add_option("--bands", o.bands, "File of bands (default: scenarios/patterns.toml)")
      ->type_name("FILE")
      ->check(refuse_blank)
      ->check(refuse_flag);
  patterns->add_option("-o,--output", o.output, "Write the verdicts as comma-separated text, too")
      ->type_name("FILE")
      ->check(refuse_blank)
      ->check(refuse_flag);
  patterns->add_option("--replicates", o.replicates, "Number of replicates")->type_name("N");
  patterns->add_option("--threads", o.threads, "Threads at most (default: all cores)")
      ->type_name("T");
  add_settings(patterns, o.settings, "Change a key first");
  patterns->add_flag("--quiet", o.quiet, "No progress, no warnings");
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
  compare
      ->add_option("-o,--output", o.output,
                   "Folder to write (default: results/compare/<name of the base>)")
      ->type_name("DIR")
      ->check(refuse_blank)
      ->check(refuse_flag);
  add_keeping(compare, o.keep_burn_ins,
              "Begin from the base's burnt-in cities in this folder; leave there those it lacks");
  compare->add_option("--replicates", o.replicates, "Number of replicates")->type_name("N");
  compare->add_option("--seed", o.seed, "Seed of all dice")->type_name("S");
  compare->add_option("--years", o.years, "Policy years")->type_name("N");
  compare->add_option("--threads", o.threads, "Threads at most (default: all cores)")
      ->type_name("T");
  add_settings(compare, o.settings, "Change a key of every arm");
  auto* dry_run = compare->add_flag(
      "--dry-run", o.dry_run, "Say what would be compared, how long it takes and what it needs");
  compare->add_flag("--timing", o.timing, "What the prediction of --dry-run is made of")
      ->needs(dry_run);
  compare->add_flag("--force", o.force, "Overwrite a folder that holds another run");
  compare->add_flag("--quiet", o.quiet, "No progress, no warnings");
}

void add_import(CLI::App& app, ImportOptions& o) {
  CLI::App* import = app.add_subcommand(
      "import", "Turn official lists of schools into a place file (docs/importing.md)");
  import
      ->add_option("list", o.lists,
                   "Lists, known by their columns: a directory and what adds to it")
      ->required()
      ->type_name("LIST")
      ->check(refuse_blank);
  add_file(import, "-o,--output", o.output, "Place file to write")->required();
  add_several(import, "--leaid", "ID", o.leaids, "Schools of the district with this id, as text");
  add_several(import, "--district", "NAME", o.districts,
              "Schools of the district of this name or id");
  add_several(import, "--map", "FILE", o.maps,
              "Rules that include rows and say which model each school has");
  auto* sites = add_file(import, "--locations", o.locations, "Sites with coordinates in degrees");
  add_file(import, "--crosswalk", o.crosswalk, "List that joins ids of schools and of sites")
      ->needs(sites);
  import
      ->add_option("--students", o.students,
                   "Children of all schools, where no list counts any: spread evenly by grades")
      ->type_name("N")
      ->check(refuse_no_number_of_children);
  import->add_flag("--lenient", o.lenient, "Drop what is wrong, say what it was, use the rest");
  import->add_flag("--force", o.force, "Overwrite a file that no import wrote");
}

void add_schema(CLI::App& app, SchemaOptions& o) {
  CLI::App* schema =
      app.add_subcommand("schema", "Print the JSON Schema of scenario files, for editors");
  schema
      ->add_option("file", o.file,
                   "The kind of file: scenario (which may say everything), nature, models, places, "
                   "patterns (bands of figures), or policies")
      ->type_name("scenario|nature|models|places|patterns|policies")
      ->check(refuse_no_kind);
  schema
      ->add_option("--scenario", o.scenario,
                   "Bound nature's parameters by the ranges of this scenario's files: a file, or a "
                   "shipped scenario by name")
      ->type_name("SCENARIO")
      ->check(refuse_flag);
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
  workshop->add_option("--threads", o.threads, "Threads at most (default: all cores)")
      ->type_name("T");
  workshop
      ->add_option("--memory", o.memory,
                   "Memory for cities and lives that are kept (default: 1280)")
      ->type_name("MIB");
  workshop->add_flag("--quiet", o.quiet, "No word beside the link");
}

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
