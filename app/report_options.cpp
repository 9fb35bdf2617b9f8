#include "app/command_options.hpp"
#include "app/option_checks.hpp"

namespace homeroom::app {

void add_report(CLI::App& app, ReportOptions& o) {
  CLI::App* report = app.add_subcommand(
      "report", "One page of a folder of results: sentences, figures, tables, in a single file");
  add_folder(report, o.folder,
             "Folder of results of run, compare, audit effect, claims, or sweep and collect");
  add_file(report, "-o,--output", o.output, "Page to write (default: DIR/report.html)");
  report->add_flag("--force", o.force, "Overwrite a file that is no report");
}

}  // namespace homeroom::app
