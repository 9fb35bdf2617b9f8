#include "app/command_options.hpp"
#include "app/option_checks.hpp"

namespace homeroom::app {

void add_probes(CLI::App& app, ProbesOptions& o) {
  CLI::App* command = app.add_subcommand(
      "probes", "Say what the report's method finds where the truth is known (docs/probes.md)");
  add_several(command, "--id", "ID", o.ids, "Only this weak inference, such as W06");
  command->add_option("--probes", o.folder, "Folder of probes (default: scenarios/probes)")
      ->type_name("DIR")
      ->check(refuse_blank);
  add_output_folder(command, o.output, "results/probes");
  command->add_flag("--list", o.list, "Say what the probes ask; run nothing");
  command->add_flag("--quick", o.quick, "A few cities a probe; the errors told are wide");
  command->add_flag("--resume", o.resume, "Go on in a folder that holds runs already");
  add_threads(command, o.threads);
  command->add_flag("--quiet", o.quiet, "No progress");
}

}  // namespace homeroom::app
