#include "app/command_options.hpp"
#include "app/option_checks.hpp"

namespace homeroom::app {

void add_decide(CLI::App& app, DecideOptions& o) {
  CLI::App* decide = app.add_subcommand("decide",
                                        "Of a collected sweep: which policy is best, how sure that "
                                        "is, what it may cost, and where it "
                                        "fails (docs/sweeps/decisions.md)");
  add_folder(decide, o.folder, "Folder of the sweep");
  decide->add_option("--outcome", o.outcome, "Outcome to judge by (default: the only one there is)")
      ->type_name("NAME")
      ->check(refuse_blank)
      ->check(refuse_flag);
  decide->add_option("--better", o.better, "Which outcomes are better (default: higher)")
      ->type_name("higher|lower")
      ->check(refuse_no_direction);
  decide
      ->add_option("--against", o.against,
                   "Policy with which others are compared (default: the first of the sweep)")
      ->type_name("POLICY")
      ->check(refuse_blank)
      ->check(refuse_flag);
  decide
      ->add_option("--by", o.by,
                   "Factor whose values are what is chosen, instead of policies; all else is a "
                   "future")
      ->type_name("FACTOR")
      ->check(refuse_blank)
      ->check(refuse_flag);
  decide
      ->add_option("--regret-above", o.regret_above,
                   "Say where each policy is regretted more than this, too")
      ->type_name("VALUE");
  auto* certain =
      decide
          ->add_option("--until-certain", o.until_certain,
                       "Run further replicates until it is certain at this level which is best, or "
                       "the budget ends")
          ->type_name("P");
  decide->add_option("--budget", o.budget, "Runs that may be added")
      ->type_name("RUNS")
      ->needs(certain);
  decide->add_option("--threads", o.threads, "Threads of these at most (default: all cores)")
      ->type_name("T")
      ->needs(certain);
  decide->add_flag("--quiet", o.quiet, "No progress");
  add_file(decide, "--csv", o.csv, "Write all figures as comma-separated text, too");
  decide->add_flag("--force", o.force, "Overwrite a file that holds no decision");
}

}  // namespace homeroom::app
