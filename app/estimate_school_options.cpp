#include "app/estimate_options.hpp"
#include "app/option_checks.hpp"

namespace homeroom::app {

void add_value_added(CLI::App* estimate, EstimateOptions& o) {
  add_column(estimate, "--value-added", o.value_added,
             "Instead: what each school adds to this score beyond earlier ones, their squares and "
             "--controls");
  add_column(estimate, "--school", o.school,
             "With it, and what follows: school of the row; errors are by school");
  add_column(estimate, "--index", o.index,
             "Instead: five levels by this estimate over its --error, cut at --cuts");
  add_column(estimate, "--error", o.error, "With it: standard errors of the estimates");
  estimate
      ->add_option("--cuts", o.cuts,
                   "With --index, or --value-added: where levels are cut, in errors (Tennessee: "
                   "1,2)")
      ->type_name("NEAR,FAR")
      ->check(refuse_no_cuts);
}

void add_report(CLI::App* estimate, EstimateOptions& o) {
  add_several(estimate, "--report", "COLUMNS", o.report,
              "Instead: the report's regression of schools, HC3, a row for each school after "
              "pooling; outcomes, such as subjects");
  add_several(estimate, "--tested", "COLUMNS", o.tested,
              "With it: children tested, a column for each outcome; they weigh");
  add_several(estimate, "--shares", "COLUMNS", o.shares,
              "With it: low income, English learners, special education, Black, Hispanic");
  add_column(estimate, "--enrolment", o.enrolment,
             "With it: children enrolled, by whom the shares of several years are pooled");
  add_several(estimate, "--report-children", "COLUMNS", o.children,
              "Instead: its twin of children, errors by school; scores, of which the mean is "
              "explained");
  add_several(estimate, "--traits", "COLUMNS", o.traits,
              "With it: low income, English learner, special education, Black, Hispanic, 0 or 1");
  estimate
      ->add_option("--proficient-from", o.proficient_from,
                   "With it: a cut for each score; the share of scores that reach theirs [%] is "
                   "explained")
      ->type_name("CUTS")
      ->delimiter(',')
      ->allow_extra_args(false);
  add_column(estimate, "--model", o.model,
             "With --report, --report-children, --twins: words that are compared");
  add_several(estimate, "--reference", "WORDS", o.reference,
              "With it: words of the model with which others are compared, together");
}

void add_twins(CLI::App* estimate, EstimateOptions& o) {
  add_column(estimate, "--twins", o.twins,
             "Instead: growth since --prior of children of --treated models against their virtual "
             "twins");
  add_several(estimate, "--treated", "WORDS", o.treated, "With it: words of the model");
  add_column(estimate, "--school-before", o.school_before,
             "With it: school at the time of the score before");
  add_column(estimate, "--model-before", o.model_before,
             "With it: model of that school; children who were in a treated one are not asked for");
  add_several(estimate, "--alike", "COLUMNS", o.alike,
              "With it: what twins agree in, such as grade and group before");
  estimate
      ->add_option("--caliper", o.caliper,
                   "With it: how far apart scores before may be (default: 0.1)")
      ->type_name("D")
      ->check(refuse_not_above_0);
}

}  // namespace homeroom::app
