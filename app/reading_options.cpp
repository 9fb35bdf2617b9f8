// Commands that read files, tell what they say, and live nothing.
#include <CLI/CLI.hpp>

#include "app/command_options.hpp"
#include "app/option_checks.hpp"

namespace homeroom::app {

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
  import->add_flag("--large", o.large,
                   "Read lists of more than 128 MiB together, in six times their size of memory");
  import->add_flag("--lenient", o.lenient, "Drop what is wrong, say what it was, use the rest");
  import->add_flag("--force", o.force,
                   "Overwrite a file that no import wrote, or that was changed since");
}

}  // namespace homeroom::app
