#include "app/estimate_options.hpp"

#include "app/option_checks.hpp"

namespace homeroom::app {
namespace {

void add_regression(CLI::App* estimate, EstimateOptions& o) {
  add_several(estimate, "--outcome", "COLUMNS", o.outcomes,
              "What is explained, numbers; of several, a regression each");
  add_several(
      estimate, "--on", "COLUMNS", o.on,
      "By what; words become a column of 0 and 1 for each word but the base; COLUMN=WORD is one "
      "such column, wherever numbers are wanted");
  add_several(estimate, "--controls", "COLUMNS", o.controls, "What else is held equal");
  add_several(estimate, "--factor", "COLUMNS", o.factors,
              "Take numbers of --on or --controls as words, such as years");
  add_several(estimate, "--base", "COLUMN=WORD", o.bases,
              "The word with which the others are compared (default: the first by its letters)");
  auto* cluster = add_column(estimate, "--cluster", o.cluster,
                             "Errors by cluster: rows of one cluster may go together");
  add_column(estimate, "--weights", o.weights, "Weigh rows, as means of so many observations");
  estimate->add_option("--errors", o.errors, "Standard errors: classical, HC1, HC3 (default: HC1)")
      ->type_name("classical|HC1|HC3")
      ->check(refuse_no_errors)
      ->excludes(cluster);
  estimate
      ->add_option("--margin", o.margin,
                   "Smallest effect that matters: is a term of --on none, or not?")
      ->type_name("M")
      ->check(refuse_not_above_0);
  estimate
      ->add_option("--adjust", o.adjust,
                   "p of all terms of --on and all outcomes as many tests: holm (against one false "
                   "finding), bh (against a share of them)")
      ->type_name("holm|bh")
      ->check(refuse_no_adjustment);
}

void add_survival(CLI::App* estimate, EstimateOptions& o) {
  add_column(estimate, "--survival", o.survival,
             "Instead: what share is left at each time (Kaplan-Meier); time of the end, or of when "
             "it was last seen");
  add_column(estimate, "--event", o.event, "With it: 1 where it ended then, 0 where it did not");
  add_column(estimate, "--entry", o.entry,
             "With it: time at which it came under watch (default: 0)");
  add_column(estimate, "--by", o.by,
             "With it: groups, compared by a log-rank test; with growth percentiles: medians by "
             "group");
}

void add_growth(CLI::App* estimate, EstimateOptions& o) {
  add_column(estimate, "--growth-percentiles", o.growth,
             "Instead: where this score stands among rows with the same scores before");
  add_several(
      estimate, "--prior", "COLUMNS", o.prior,
      "With it: scores before, one or two, the last first; with --value-added any, with --twins "
      "and --lottery one");
  add_column(
      estimate, "--within", o.within,
      "With it: rank groups apart, such as grades; with --lottery and --offer-chances those who "
      "draw apart");
  estimate->add_option("--fewest", o.fewest, "With it: rows that make a norm (default: 1000)")
      ->type_name("N")
      ->check(refuse_not_above_0);
}

void add_difference(CLI::App* estimate, EstimateOptions& o) {
  add_column(estimate, "--difference", o.difference,
             "Instead: how this outcome moved away where something began (difference in "
             "differences)");
  add_column(estimate, "--unit", o.unit, "With it: units that are watched; errors are by unit");
  add_column(estimate, "--year", o.year,
             "With it: year of the row; with --report the same, where a school has several");
  add_column(estimate, "--first", o.first,
             "With it: first year in which it had begun in the unit; empty or 0: never");
  estimate
      ->add_option(
          "--event-study", o.event_study,
          "With it: year by year, cohort by cohort, against units in which it began never, "
          "or not-yet")
      ->type_name("never|not-yet")
      ->check(refuse_no_controls);
}

}  // namespace

void add_estimate(CLI::App& app, EstimateOptions& o) {
  CLI::App* estimate = app.add_subcommand(
      "estimate",
      "Estimate from any table: a regression, survival, growth percentiles, differences in "
      "differences, value added, the report's regression, matched twins, lotteries "
      "(docs/estimators.md)");
  estimate->add_option("table", o.table, "Comma-separated text with a header")
      ->required()
      ->type_name("TABLE.csv")
      ->check(refuse_blank);
  add_regression(estimate, o);
  add_survival(estimate, o);
  add_growth(estimate, o);
  add_difference(estimate, o);
  add_value_added(estimate, o);
  add_report(estimate, o);
  add_twins(estimate, o);
  add_lottery(estimate, o);
  add_offer_chances(estimate, o);
  estimate->add_flag("--drop-missing", o.drop_missing, "Leave out rows without a value, and tell");
  add_file(estimate, "-o,--output", o.output, "Write the estimates as comma-separated text, too");
  estimate->add_flag("--force", o.force, "Overwrite a file that holds no estimate");
}

}  // namespace homeroom::app
