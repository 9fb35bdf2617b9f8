#include <fmt/format.h>

#include <cstdio>
#include <iterator>
#include <map>
#include <stdexcept>

#include "app/estimate_places.hpp"
#include "app/estimate_rules.hpp"
#include "app/estimate_table.hpp"
#include "app/estimated.hpp"
#include "app/options.hpp"
#include "app/output_file.hpp"
#include "app/write_text.hpp"
#include "sim/core/counted.hpp"

namespace homeroom::app {
namespace {

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
  fmt::print(stderr, "{}; nothing was estimated\n", counted(faults, "fault"));
  if (lacks_values) {
    fmt::print(stderr, "with --drop-missing rows without a value are left out, and told\n");
  }
  return kBadInput;
}

using Estimate = Estimated (*)(const EstimateOptions&, const EstimateTable&);

Estimate estimate_of(const std::string& kind) {
  static const std::map<std::string, Estimate> estimates = {
      {"--outcome", estimate_regression},
      {"--survival", estimate_survival},
      {"--growth-percentiles", estimate_growth},
      {"--difference", estimate_difference},
      {"--value-added", estimate_value_added},
      {"--index", estimate_index},
      {"--report", estimate_report},
      {"--report-children", estimate_children},
      {"--twins", estimate_twins},
      {"--lottery", estimate_lottery},
      {"--offer-chances", estimate_chances}};
  return estimates.at(kind);
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
  const std::vector<std::string> contradictions = contradictions_in(options);
  for (const std::string& what : contradictions) {
    fmt::print(stderr, "homeroom estimate: {}\n", what);
  }
  if (!contradictions.empty()) {
    fmt::print(stderr, "homeroom estimate --help shows what there is\n");
    return kBadInput;
  }
  const std::string why = refusal_of(options);
  const EstimateTable table = read_estimate_table(options);
  if (!table.faults.empty() || !why.empty()) {
    return refuse(all_faults(options, table), table.lacks_values, options, why);
  }
  Estimated found;
  try {
    found = estimate_of(kind_of(options))(options, table);
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
