#include "app/command_options.hpp"
#include "app/option_checks.hpp"

namespace homeroom::app {

void add_claims(CLI::App& app, ClaimsOptions& o) {
  CLI::App* command = app.add_subcommand(
      "claims",
      "Judge the claims of the report, by rules that were written down before (docs/claims.md)");
  add_several(command, "--id", "ID", o.ids, "Only this claim, such as C08");
  add_several(command, "--city", "CITY", o.cities, "Only claims of this city");
  command->add_option("--claims", o.folder, "Folder of claims (default: scenarios/claims)")
      ->type_name("DIR")
      ->check(refuse_blank);
  add_output_folder(command, o.output, "results/claims");
  command->add_flag("--list", o.list,
                    "Say what the claims are and how each is judged; run nothing");
  command->add_flag(
      "--quick", o.quick,
      "Ten cities, or four replicates of parts of cities, a claim; verdicts are provisional");
  command->add_flag("--robust", o.robust,
                    "Say in which share of a space of what nobody measured each verdict holds");
  command->add_flag("--resume", o.resume, "Go on in a folder that holds runs already");
  command->add_flag("--judge-again", o.judge_again,
                    "As --resume, and judge runs of another program where this one lives the same");
  add_threads(command, o.threads);
  command->add_flag("--quiet", o.quiet, "No progress");
}

}  // namespace homeroom::app
