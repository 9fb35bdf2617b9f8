#include <fmt/format.h>

#include <cstdio>
#include <iterator>
#include <stdexcept>

#include "app/estimate_places.hpp"
#include "app/estimate_table.hpp"
#include "app/estimated.hpp"
#include "app/options.hpp"
#include "app/output_file.hpp"
#include "app/write_text.hpp"

namespace homeroom::app {
namespace {

/// The estimates of which one must be asked for.
constexpr const char* kKinds = "--outcome, --survival, --growth-percentiles, --difference";

/// What is asked for beside what does not belong to it, or without what it wants; empty: nothing.
std::string contradiction_in(const EstimateOptions& o) {
  const int kinds =
      !o.outcomes.empty() + !o.survival.empty() + !o.growth.empty() + !o.difference.empty();
  if (kinds != 1) {
    return fmt::format("{} of {} is asked for (allowed: one)",
                       kinds == 0 ? "none" : "more than one", kKinds);
  }
  const auto wants = [](bool asked, bool there, const char* what) -> std::string {
    return asked && !there ? fmt::format("{} is missing", what) : "";
  };
  const auto alone = [](bool there, bool fits, const char* option,
                        const char* with) -> std::string {
    return there && !fits ? fmt::format("{} is for {}", option, with) : "";
  };
  const bool regression = !o.outcomes.empty(), difference = !o.difference.empty();
  for (const std::string& why :
       {wants(regression, !o.on.empty(), "--on COLUMNS, beside --outcome,"),
        wants(!o.survival.empty(), !o.event.empty(), "--event COLUMN, beside --survival,"),
        wants(!o.growth.empty(), !o.prior.empty(), "--prior COLUMNS, beside --growth-percentiles,"),
        wants(difference, !o.unit.empty(), "--unit COLUMN, beside --difference,"),
        wants(difference, !o.year.empty(), "--year COLUMN, beside --difference,"),
        wants(difference, !o.first.empty(), "--first COLUMN, beside --difference,"),
        alone(!o.on.empty(), regression, "--on", "--outcome"),
        alone(!o.controls.empty(), regression || (difference && o.event_study.empty()),
              "--controls", "--outcome, or --difference without --event-study"),
        alone(!o.factors.empty(), regression, "--factor", "--outcome"),
        alone(!o.bases.empty(), regression, "--base", "--outcome"),
        alone(!o.cluster.empty(), regression, "--cluster", "--outcome"),
        alone(!o.weights.empty(), regression, "--weights", "--outcome"),
        alone(!o.errors.empty(), regression, "--errors", "--outcome"),
        alone(o.margin.has_value(), regression, "--margin", "--outcome"),
        alone(!o.adjust.empty(), regression, "--adjust", "--outcome"),
        alone(!o.event.empty(), !o.survival.empty(), "--event", "--survival"),
        alone(!o.entry.empty(), !o.survival.empty(), "--entry", "--survival"),
        alone(!o.prior.empty(), !o.growth.empty(), "--prior", "--growth-percentiles"),
        alone(!o.within.empty(), !o.growth.empty(), "--within", "--growth-percentiles"),
        alone(o.fewest.has_value(), !o.growth.empty(), "--fewest", "--growth-percentiles"),
        alone(!o.unit.empty(), difference, "--unit", "--difference"),
        alone(!o.year.empty(), difference, "--year", "--difference"),
        alone(!o.first.empty(), difference, "--first", "--difference"),
        alone(!o.event_study.empty(), difference, "--event-study", "--difference"),
        alone(!o.by.empty(), !o.survival.empty() || !o.growth.empty(), "--by",
              "--survival or --growth-percentiles")}) {
    if (!why.empty()) return why;
  }
  return {};
}

/// Why the output cannot be written; empty where it can.
std::string refusal_of(const EstimateOptions& options) {
  return why_not_written({options.output,
                          options.table,
                          {std::begin(kEstimateHeads), std::end(kEstimateHeads)},
                          "estimate",
                          options.force});
}

int refuse(std::vector<Fault> all, bool lacks_values, const EstimateOptions& options,
           const std::string& why) {
  place_faults(options.table, all);
  fmt::print(stderr, "{}", format_faults(all));
  if (!why.empty()) fmt::print(stderr, "-o {}: {}\n", options.output, why);
  const std::size_t faults = all.size() + (why.empty() ? 0 : 1);
  fmt::print(stderr, "{} fault{}; nothing was estimated\n", faults, faults == 1 ? "" : "s");
  if (lacks_values) {
    fmt::print(stderr, "with --drop-missing rows without a value are left out, and told\n");
  }
  return kBadInput;
}

Estimated estimated(const EstimateOptions& options, const EstimateTable& table) {
  if (!options.survival.empty()) return estimate_survival(options, table);
  if (!options.growth.empty()) return estimate_growth(options, table);
  if (!options.difference.empty()) return estimate_difference(options, table);
  return estimate_regression(options, table);
}

/// Faults of cells and of what they say, at once.
std::vector<Fault> all_faults(const EstimateOptions& options, const EstimateTable& table) {
  std::vector<Fault> all = table.faults, more;
  if (table.lines.empty()) return all;
  if (!options.survival.empty()) more = survival_faults(options, table);
  if (!options.difference.empty()) more = difference_faults(options, table);
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

int estimate(const EstimateOptions& options) {
  if (const std::string what = contradiction_in(options); !what.empty()) {
    fmt::print(stderr, "homeroom estimate: {}\nhomeroom estimate --help shows what there is\n",
               what);
    return kBadInput;
  }
  const std::string why = refusal_of(options);
  const EstimateTable table = read_estimate_table(options);
  if (!table.faults.empty() || !why.empty()) {
    return refuse(all_faults(options, table), table.lacks_values, options, why);
  }
  Estimated found;
  try {
    found = estimated(options, table);
  } catch (const std::invalid_argument& error) {
    fmt::print(stderr, "{}{}: {}\n", table.dropped, options.table, error.what());
    return kBadInput;
  }
  if (!found.faults.empty()) return refuse(found.faults, false, options, "");
  fmt::print(stderr, "{}", table.dropped);
  for (const std::string& warning : found.warnings) fmt::print(stderr, "warning: {}\n", warning);
  if (!options.output.empty() && !write_text(options.output, found.csv)) return kFailed;
  fmt::print("{}", found.text);
  return kDone;
}

}  // namespace homeroom::app
