#include "app/command_options.hpp"
#include "app/option_checks.hpp"

namespace homeroom::app {

void add_sensitivity(CLI::App& app, SensitivityOptions& o) {
  CLI::App* command = app.add_subcommand(
      "sensitivity", "Say which factors of a collected sweep its outcomes depend on");
  add_folder(command, o.folder, "Folder of the sweep");
  add_several(command, "--outcome", "NAME", o.outcomes,
              "Only this outcome (default: all of the sweep)");
  add_file(command, "--csv", o.csv, "Write the findings as comma-separated text, too");
  command->add_option("--level", o.level, "Confidence of intervals (default: 0.95)")
      ->type_name("SHARE");
  command
      ->add_option("--resamples", o.resamples,
                   "Resamples that intervals are taken from (default: 1000)")
      ->type_name("N");
  command->add_option("--seed", o.seed, "Seed of the resampling (default: 1)")->type_name("S");
  command->add_flag("--leave-out", o.leave_out,
                    "Leave base points and trajectories out whole where one of their outcomes is "
                    "missing");
  command->add_flag("--force", o.force, "Overwrite a file that holds something else");
}

}  // namespace homeroom::app
