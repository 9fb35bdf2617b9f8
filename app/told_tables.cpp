#include "app/told_tables.hpp"

namespace homeroom::app {
namespace {

using Field = ColumnDefinition;
constexpr ColumnKind W = ColumnKind::Whole, N = ColumnKind::Number, T = ColumnKind::Text;

constexpr std::string_view kNoInterval = "no interval can be told";

/// Of a run in every table of a sweep but that of points.
std::vector<Field> keys_of_a_run() {
  return {{"run", W, "", "number of the run in the design, counted from 0"},
          {"point", W, "", "number of the point, counted from 0"},
          {"scenario", T, "", "the city"},
          {"policy", T, "", "policy or arm; none: the city's own law"},
          {"replicate", W, "", "replicate, counted from 1: the same dice at every point"}};
}

/// Of an interval around an estimate.
std::vector<Field> with_interval(std::vector<Field> columns, std::string_view estimate) {
  columns.push_back(Field{"estimate", N, "by measure", estimate}.or_empty("nothing can be told"));
  columns.push_back(
      Field{"low", N, "by measure", "lower end of its interval"}.or_empty(kNoInterval));
  columns.push_back(Field{"high", N, "by measure", "its upper end"}.or_empty(kNoInterval));
  return columns;
}

std::vector<Field> joined(std::vector<Field> columns, const std::vector<Field>& more) {
  columns.insert(columns.end(), more.begin(), more.end());
  return columns;
}

const TableDefinition& sensitivity_table() {
  static const TableDefinition table = {
      "sensitivity",
      joined(
          with_interval({{"scenario", T, "", "the city"},
                         {"policy", T, "", "policy or arm"},
                         {"outcome", T, "", "what depends"},
                         {"factor", T, "", "on what"},
                         Field{"measure", T, "", "how it is told"}.in_words(
                             {{"first_order", "share of variance that the factor has alone"},
                              {"total", "share that it has alone and with others"},
                              {"mu", "mean elementary effect"},
                              {"mu_star", "mean size of elementary effects"},
                              {"sigma", "their standard deviation"},
                              {"prcc", "partial rank correlation"}})},
                        "the index, effect or correlation"),
          {Field{"p", N, "1", "of a correlation of 0"}.or_empty("of other measures"),
           Field{"lowest_replicate", N, "by measure", "least estimate of one replicate alone"}
               .or_empty("one replicate"),
           Field{"highest_replicate", N, "by measure", "greatest"}.or_empty("one replicate"),
           {"parts", W, "parts", "base points, trajectories or points"},
           {"left_out", W, "parts", "of these, left out since an outcome was missing"},
           Field{"dice_share", N, "share", "of the variance between points, at most, of the dice"}
               .or_empty("one replicate")}),
      "measure of a factor for an outcome, of `homeroom sensitivity DIR --csv FILE`"};
  return table;
}

const TableDefinition& decisions_table() {
  static const TableDefinition table = {
      "decisions",
      {Field{"table", T, "", "what the row is of; `regret_box_1` and the like: a box of factors"},
       {"policy", T, "", "policy, arm or value of the factor of --by"},
       Field{"against", T, "", "the other of a pair"}.or_empty("of one alone"),
       {"figure", T, "", "what the value is"},
       Field{"value", N, "by figure", "its value"}.or_empty("it cannot be told"),
       Field{"error", N, "by figure", "its standard error"}.or_empty("none is told"),
       Field{"low", N, "by figure", "lower end of its 95 % interval"}.or_empty(kNoInterval),
       Field{"high", N, "by figure", "its upper end"}.or_empty(kNoInterval),
       Field{"text", T, "", "a box's restriction in words"}.or_empty("other figures")},
      "figure of a policy, of `homeroom decide DIR --csv FILE`"};
  return table;
}

const TableDefinition& claims_table() {
  static const TableDefinition table = {
      "claims",
      joined(
          with_interval(
              {{"claim", T, "", "C01 to C130"},
               Field{"city", T, "", "cities, as the claim says"}.or_empty("it names none"),
               Field{"measure", T, "", "what is compared"}.or_empty("nothing is"),
               Field{"groups", T, "", "whom it compares"}.or_empty("nobody"),
               Field{"stated", T, "", "direction and significance as stated"}.or_empty("none is")},
              "mean over cities of what is claimed; of tests the first"),
          {Field{"truth", N, "by measure", "mean of what production made of it"}.or_empty(
               "none beside this rule"),
           Field{"share", N, "share", "of cities that come out as stated"}.or_empty("other rules"),
           Field{"placebo_share", N, "share", "the same where models do nothing"}.or_empty(
               "other rules"),
           Field{"ratio", N, "1", "of the two"}.or_empty("other rules"),
           Field{"robust_share", N, "share", "of the joint space in which the verdict is the same"}
               .or_empty("without --robust, or no point can be judged"),
           {"verdict", T, "", "supported, contradicted, mixed, ... as docs/claims.md says"},
           {"why", T, "", "in words"}}),
      "claim, of `homeroom claims`"};
  return table;
}

const TableDefinition& probes_table() {
  static const TableDefinition table = {
      "probes",
      joined(with_interval({{"id", T, "", "W01 to W25"},
                            {"weakness", T, "", "the inference that is tried"},
                            {"city", T, "", "scenario, or all"},
                            {"statistic", T, "", "how lives are summed up"}},
                           "over cities"),
             {Field{"truth", N, "by measure", "what is true there"}.or_empty("none stands beside"),
              {"n", W, "cities", "simulated cities that count"},
              Field{"verdict", T, "", "the word of the rule"}.or_empty("the measure has no rule"),
              {"sentence", T, "", "in words"}}),
      "measure and city of a probe, of `homeroom probes`"};
  return table;
}

const TableDefinition& patterns_table() {
  static const TableDefinition table = {
      "patterns",
      {{"scenario", T, "", "the city"},
       {"id", T, "", "of the pattern"},
       {"figure", T, "", "name of the figure"},
       {"pattern", T, "", "what it is"},
       {"unit", T, "", "of the numbers of the row"},
       Field{"value", N, "by pattern", "mean over replicates"}.or_empty("the city has none"),
       Field{"monte_carlo_error", N, "by pattern", "its standard error"}.or_empty("one replicate"),
       Field{"low", N, "by pattern", "lower end of the band"}.or_empty("no band"),
       Field{"high", N, "by pattern", "its upper end"}.or_empty("no band"),
       {"verdict", T, "", "in band, out of band, not applicable, not judged, or what a test says"},
       {"replicates", W, "replicates", "that have the figure"},
       {"source", T, "", "of the band"},
       Field{"why", T, "", "why it is not judged, or not applicable"}.or_empty("it is")},
      "pattern, of `homeroom patterns -o FILE`"};
  return table;
}

const TableDefinition& audit_exact_table() {
  static const TableDefinition table = {
      "audit_exact",
      {{"audit", T, "", "null, relabel or threads"},
       {"scenario", T, "", "what is audited"},
       {"check", T, "", "what was lived otherwise"},
       {"table", T, "", "table that was compared"},
       {"replicates", W, "replicates", "that were compared"},
       {"rows", W, "rows", "of the table"},
       {"cells", W, "cells", "of the table"},
       {"columns", W, "columns", "of the table"},
       {"columns_differing", W, "columns", "of these, with a cell that differs"},
       {"verdict", T, "", "equal, or differs"}},
      "check and table, of `homeroom audit null`, `relabel` or `threads` with `-o FILE`"};
  return table;
}

const TableDefinition& audit_scale_table() {
  constexpr std::string_view kTwo = "fewer than two replicates have it";
  static const TableDefinition table = {
      "audit_scale",
      {{"audit", T, "", "scale"},
       {"scenario", T, "", "what is audited"},
       {"size", T, "", "of the other city, against this one"},
       {"quantity", T, "", "what is compared"},
       {"unit", T, "", "of the numbers"},
       Field{"before", N, "by quantity", "mean in the city"}.or_empty("no replicate has it"),
       Field{"after", N, "by quantity", "mean in that of the other size"}.or_empty(
           "no replicate has it"),
       Field{"difference", N, "by quantity", "after less before"}.or_empty("no replicate has it"),
       Field{"standard_error", N, "by quantity", "over replicates"}.or_empty(kTwo),
       Field{"z", N, "1", "difference over error"}.or_empty(kTwo),
       Field{"p", N, "1", "two-sided, by Student's t"}.or_empty(kTwo),
       Field{"p_holm", N, "1", "after Holm, over all rows"}.or_empty(kTwo),
       {"replicates", W, "replicates", "that have it in both"},
       {"verdict", T, "", "same, or differs"}},
      "size and quantity, of `homeroom audit scale -o FILE`"};
  return table;
}

}  // namespace

const TableDefinition& sweep_points_table() {
  static const TableDefinition table = {
      "points",
      {{"point", W, "", "number of the point, counted from 0"}},
      "point of a sweep; a column for each factor follows, told in its codebook.csv"};
  return table;
}

const TableDefinition& sweep_runs_table() {
  static const TableDefinition table = {
      "runs",
      joined(keys_of_a_run(),
             {{"seed", W, "", "seed of the scenario"},
              Field{"status", T, "", "what became of the run"}.in_words(
                  {{"done", "all of its years were lived"}, {"failed", "it ended before"}}),
              Field{"failure", T, "", "why it failed"}.or_empty("it did not"),
              Field{"command", T, "", "repeats it alone"}.or_empty("it did not fail")}),
      "run of a sweep; a column for each factor and each outcome follows, told in its "
      "codebook.csv"};
  return table;
}

const TableDefinition& sweep_outcomes_table() {
  static const TableDefinition table = {
      "outcomes",
      joined(keys_of_a_run(), {{"outcome", T, "", "what the value is of"},
                               Field{"value", N, "by outcome", "its value"}.or_empty(
                                   "nothing of that kind, or never")}),
      "run and outcome of a sweep"};
  return table;
}

Tables told_tables() {
  return {&sweep_runs_table(),  &sweep_points_table(), &sweep_outcomes_table(),
          &sensitivity_table(), &decisions_table(),    &claims_table(),
          &probes_table(),      &patterns_table(),     &audit_exact_table(),
          &audit_scale_table()};
}

}  // namespace homeroom::app
