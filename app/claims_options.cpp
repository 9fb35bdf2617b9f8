#include "app/command_options.hpp"
#include "app/option_checks.hpp"

namespace homeroom::app {

void add_claims(CLI::App& app, ClaimsOptions& o) {
  CLI::App* command = app.add_subcommand(
      "claims",
      "Say how each claim of the report is judged, written down before it is (docs/claims.md)");
  add_several(command, "--id", "ID", o.ids, "Only this claim, such as C08");
  add_several(command, "--city", "SCENARIO", o.cities, "Only claims of this city");
  command->add_option("--claims", o.folder, "Folder of claims (default: scenarios/claims)")
      ->type_name("DIR")
      ->check(refuse_blank);
  command->add_flag("--list", o.list, "One line for each claim");
}

}  // namespace homeroom::app
