#include <CLI/CLI.hpp>

#include "app/command_options.hpp"
#include "app/option_checks.hpp"
#include "sim/core/number_from.hpp"

namespace homeroom::app {
namespace {

/// "K/N" with K of 1 to N; what is wrong with it, or nothing.
std::string read_shard(const std::string& text, SweepOptions& o) {
  const std::size_t slash = text.find('/');
  const bool divided = slash != std::string::npos;
  o.shard = divided ? number_from<int>(text.substr(0, slash)).value_or(0) : 0;
  o.shards = divided ? number_from<int>(text.substr(slash + 1)).value_or(0) : 0;
  if (o.shard < 1 || o.shards < 1 || o.shards > 1000000) {
    return "\"" + text + "\" is no shard (allowed: K/N, such as 3/8, K from 1 to N)";
  }
  if (o.shard > o.shards) {
    return "there is no shard " + std::to_string(o.shard) + " of " + std::to_string(o.shards) +
           " (allowed: 1 to " + std::to_string(o.shards) + ")";
  }
  return {};
}

}  // namespace

void add_sweep(CLI::App& app, SweepOptions& o) {
  CLI::App* sweep = app.add_subcommand(
      "sweep", "Run a design: levers and parameters over many points, over the same dice");
  sweep
      ->add_option("design", o.design,
                   "File of a design, or the name of a shipped one (scenarios/sweeps)")
      ->required()
      ->type_name("DESIGN")
      ->check(refuse_blank);
  add_output_folder(sweep, o.output, "results/sweeps/<name>");
  sweep
      ->add_option_function<std::string>(
          "--shard", [](const std::string&) {}, "Run the K-th of N equal parts, for clusters")
      ->type_name("K/N")
      ->check([&o](const std::string& text) { return read_shard(text, o); });
  sweep->add_flag("--resume", o.resume, "Go on where a sweep stopped; failed runs are tried again");
  sweep->add_option("--replicates", o.replicates, "Replicates of each point")->type_name("N");
  sweep->add_option("--first-replicate", o.first_replicate, "Number of the first of them")
      ->type_name("K");
  add_threads(sweep, o.threads);
  add_settings(sweep, o.settings, "Change a key of every run");
  add_keeping(sweep, o.keep_burn_ins,
              "Begin from the burnt-in cities in this folder; leave there those it lacks");
  sweep->add_flag("--dry-run", o.dry_run,
                  "Say how many runs there are, their time, memory and disk, and the first points");
  sweep->add_flag("--quiet", o.quiet, "No progress");
}

void add_collect(CLI::App& app, CollectOptions& o) {
  CLI::App* collect =
      app.add_subcommand("collect", "Bring the shards of a sweep together and write its tables");
  add_folder(collect, o.folder, "Folder of the sweep");
  collect->add_flag("--quiet", o.quiet, "Say nothing of a sweep that is whole");
}

}  // namespace homeroom::app
