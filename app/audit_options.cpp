#include "app/command_options.hpp"
#include "app/option_checks.hpp"

namespace homeroom::app {

void add_audit(CLI::App& app, AuditOptions& o) {
  CLI::App* audit =
      app.add_subcommand("audit",
                         "Check on a scenario of your own that the program keeps its word, or what "
                         "a study of it would "
                         "find beside the truth (docs/audits.md, docs/audits/effect.md)");
  audit
      ->add_option(
          "kind", o.kind,
          "null: a policy that restates what is differs by 0; relabel: other names change "
          "names alone; threads: any number gives equal tables; scale: a quarter of the "
          "city and four of it show what it shows; effect: what an analyst outside would say "
          "of a school model, and what it does")
      ->required()
      ->type_name("null|relabel|threads|scale|effect")
      ->check(refuse_no_audit);
  audit->add_option("scenario", o.scenario, "Scenario file")
      ->required()
      ->type_name("SCENARIO")
      ->check(refuse_blank);
  audit->add_option("--model", o.model, "Of effect: key of the school model (required)")
      ->type_name("NAME")
      ->check(refuse_blank)
      ->check(refuse_flag);
  audit
      ->add_option("--year", o.year,
                   "Of effect: the policy year looked at (default: the last with tests)")
      ->type_name("YEAR");
  audit
      ->add_option("--cities", o.cities,
                   "Of scale: begin with so many cities in one, for a quarter and four times that")
      ->type_name("N");
  audit->add_option("--replicates", o.replicates, "Number of replicates (default: what it takes)")
      ->type_name("N");
  audit->add_option("--seed", o.seed, "Seed of all dice")->type_name("S");
  audit->add_option("--years", o.years, "Policy years")->type_name("N");
  audit
      ->add_option(
          "--threads", o.threads,
          "Threads at most (default: all cores); of threads: a number to try beside others")
      ->type_name("T");
  add_settings(audit, o.settings, "Change a key first");
  add_policies(audit, o.policy, "Lay a policy over the scenario first; several are laid together");
  add_file(audit, "-o,--output", o.output,
           "Write what was checked as comma-separated text, too; of effect a folder of tables");
  audit->add_flag("--force", o.force,
                  "Overwrite a file that holds no audit, or a folder that holds another run");
  audit->add_flag("--quiet", o.quiet, "No progress, no warnings");
}

}  // namespace homeroom::app
