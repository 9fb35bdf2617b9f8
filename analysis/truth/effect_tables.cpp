#include "analysis/truth/effect_tables.hpp"

namespace homeroom::truth {
namespace {

constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
constexpr auto T = ColumnKind::Text;
using Field = ColumnDefinition;
using Columns = std::vector<ColumnDefinition>;

constexpr std::string_view kUnit = "by measure";
constexpr std::string_view kNone = "no replicate has it";
constexpr std::string_view kFew = "fewer than two replicates have it";

Columns keys() {
  return {{"scenario", T, "", "the city as it is"},
          {"model", T, "", "key of the school model"},
          {"reference", T, "", "key of the model with whose schools its own are compared"},
          {"year", W, "year", "school year in which the effect is looked at"}};
}

/// A mean over replicates, with its error and interval.
void append_mean(Columns& columns, std::string_view name, std::string_view error,
                 std::string_view low, std::string_view high, std::string_view meaning) {
  columns.push_back(Field{name, N, kUnit, meaning}.or_empty(kNone));
  columns.push_back(Field{error, N, kUnit, "its standard error over replicates"}.or_empty(kFew));
  columns.push_back(Field{low, N, kUnit, "lower end of its 95 % interval"}.or_empty(kFew));
  columns.push_back(Field{high, N, kUnit, "its upper end"}.or_empty(kFew));
}

Columns estimates_columns() {
  Columns columns = keys();
  columns.insert(columns.end(),
                 {{"method", T, "", "how it was estimated"},
                  {"measure", T, "", "what it is of"},
                  {"unit", T, "", "unit of the numbers"},
                  {"of", T, "", "whose truth stands beside it"},
                  {"replicates", W, "replicates", "replicates that have an estimate"}});
  append_mean(columns, "estimate", "estimate_error", "estimate_low", "estimate_high",
              "mean estimate");
  columns.push_back(
      Field{"own_error", N, kUnit, "mean of the standard errors that the method tells"}.or_empty(
          kNone));
  columns.push_back(
      Field{"spread", N, kUnit, "standard deviation of the estimate over replicates"}.or_empty(
          kFew));
  append_mean(columns, "truth", "truth_error", "truth_low", "truth_high", "mean truth");
  append_mean(columns, "gap", "gap_error", "gap_low", "gap_high", "mean of estimate less truth");
  columns.push_back(Field{"holds", N, "share",
                          "replicates in which the method's own 95 % interval holds the truth"}
                        .or_empty(kNone));
  return columns;
}

Columns truth_columns() {
  Columns columns = keys();
  columns.insert(columns.end(), {{"truth", T, "", "name of the row, as among estimates"},
                                 {"schools", T, "", "whose children or schools"},
                                 {"measure", T, "", "what is compared"},
                                 {"unit", T, "", "unit of the numbers"},
                                 {"of", T, "", "who is compared"},
                                 {"replicates", W, "replicates", "replicates that have it"}});
  append_mean(columns, "effect", "error", "low", "high",
              "the city as it is less the same where the model's schools produce as the reference");
  columns.push_back(Field{"spread", N, kUnit, "standard deviation over replicates"}.or_empty(kFew));
  return columns;
}

Columns split_columns() {
  Columns columns = keys();
  columns.insert(columns.end(), {{"part", T, "", "part of the report's estimate on mean scores"},
                                 {"meaning", T, "", "what it is"},
                                 {"replicates", W, "replicates", "replicates that have it"}});
  append_mean(columns, "value", "error", "low", "high",
              "mean over replicates; all parts sum to "
              "the estimate [state SD]");
  columns.push_back(Field{"spread", N, kUnit, "standard deviation over replicates"}.or_empty(kFew));
  return columns;
}

Batch& add_keys(const EffectAudit& audit, Batch& batch) {
  return batch.add(std::string_view(audit.scenario))
      .add(std::string_view(audit.model))
      .add(std::string_view(audit.reference))
      .add(audit.year);
}

void add_mean(const OverReplicates& over, Batch& batch) {
  batch.add(over.mean).add(over.error).add(over.low).add(over.high);
}

}  // namespace

const TableDefinition& effect_estimates_table() {
  static const TableDefinition table = {"effect_estimates", estimates_columns(),
                                        "method by which the effect is estimated"};
  return table;
}

const TableDefinition& effect_truth_table() {
  static const TableDefinition table = {"effect_truth", truth_columns(),
                                        "group of children or schools, and measure"};
  return table;
}

const TableDefinition& effect_split_table() {
  static const TableDefinition table = {"effect_split", split_columns(),
                                        "part of the report's estimate"};
  return table;
}

const TableDefinition& effect_replicates_table() {
  static const TableDefinition table = {
      "effect_replicates",
      with_key({{"model", T, "", "key of the school model"},
                Field{"kind", T, "", "what the row is"}.in_words(
                    {{"estimate", "a method's estimate, with the error that it tells"},
                     {"truth", "a true effect"},
                     {"part", "part of the report's estimate"},
                     {"count",
                      "children and schools that the model has in the year, and over whom luck "
                      "decided; shares of its "
                      "children; years attended because of an offer"}}),
                {"name", T, "", "method, truth, part or count, as in the other tables"},
                Field{"value", N, "by measure", "its value"}.or_empty("there is none"),
                Field{"error", N, "by measure", "its standard error"}.or_empty(
                    "no estimate, or none that tells it")}),
      "replicate and number of an audit"};
  return table;
}

Batch effect_estimates_of(const EffectAudit& audit) {
  Batch batch(effect_estimates_table());
  for (std::size_t m = 0; m < kMethods; ++m) {
    const auto method = static_cast<Method>(m);
    const MethodSummary summary = summary_of(audit, method);
    const EstimandText& of = text_of(text_of(method).of);
    add_keys(audit, batch).add(text_of(method).key).add(of.measure).add(of.unit).add(of.key);
    batch.add(summary.estimate.count);
    add_mean(summary.estimate, batch);
    batch.add(summary.own_error).add(summary.estimate.spread);
    add_mean(summary.truth, batch);
    add_mean(summary.gap, batch);
    batch.add(summary.holds).end_row();
  }
  return batch;
}

Batch effect_truth_of(const EffectAudit& audit) {
  Batch batch(effect_truth_table());
  for (std::size_t e = 0; e < kEstimands; ++e) {
    const auto estimand = static_cast<Estimand>(e);
    const EstimandText& of = text_of(estimand);
    const OverReplicates over = summary_of(audit, estimand);
    add_keys(audit, batch).add(of.key).add(of.who).add(of.measure).add(of.unit).add(of.meaning);
    batch.add(over.count);
    add_mean(over, batch);
    batch.add(over.spread).end_row();
  }
  return batch;
}

Batch effect_split_of(const EffectAudit& audit) {
  Batch batch(effect_split_table());
  for (std::size_t p = 0; p < kParts; ++p) {
    const auto part = static_cast<Part>(p);
    const OverReplicates over = summary_of(audit, part);
    add_keys(audit, batch).add(text_of(part).key).add(text_of(part).meaning).add(over.count);
    add_mean(over, batch);
    batch.add(over.spread).end_row();
  }
  return batch;
}

Batch effect_replicates_of(const EffectAudit& audit, const EffectReplicate& replicate) {
  Batch batch(effect_replicates_table());
  const auto begin = [&](std::string_view kind, std::string_view name, double value) -> Batch& {
    return add_key(batch, {audit.scenario, replicate.number, audit.year})
        .add(std::string_view(audit.model))
        .add(kind)
        .add(name)
        .add(value);
  };
  for (std::size_t m = 0; m < kMethods; ++m) {
    const EffectEstimate& one = replicate.estimates[m];
    begin("estimate", text_of(static_cast<Method>(m)).key, one.estimate).add(one.error).end_row();
  }
  for (std::size_t e = 0; e < kEstimands; ++e) {
    const auto estimand = static_cast<Estimand>(e);
    begin("truth", text_of(estimand).key, replicate.truth.of(estimand)).add_missing().end_row();
  }
  for (std::size_t p = 0; p < kParts && replicate.split; ++p) {
    const auto part = static_cast<Part>(p);
    begin("part", text_of(part).key, replicate.split->of(part)).add_missing().end_row();
  }
  const EffectTruth& truth = replicate.truth;
  begin("count", "schools", truth.schools).add_missing().end_row();
  begin("count", "children", truth.children).add_missing().end_row();
  begin("count", "tested", truth.tested).add_missing().end_row();
  begin("count", "elsewhere", truth.elsewhere).add_missing().end_row();
  begin("count", "absent", truth.absent).add_missing().end_row();
  begin("count", "years_attended", truth.attended).add_missing().end_row();
  const auto offer = static_cast<std::size_t>(Method::OfferMath);
  begin("count", "at_risk", replicate.estimates[offer].at_risk).add_missing().end_row();
  begin("count", "matched_math", truth.matched[kMath]).add_missing().end_row();
  begin("count", "matched_ela", truth.matched[kEla]).add_missing().end_row();
  return batch;
}

}  // namespace homeroom::truth
