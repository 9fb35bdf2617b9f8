#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <stdexcept>

#include "analysis/decisions/decision_text.hpp"
#include "app/decide_more.hpp"
#include "app/decide_sweep.hpp"
#include "app/options.hpp"
#include "app/output_file.hpp"
#include "app/write_text.hpp"
#include "sim/scenario/nearest.hpp"

namespace homeroom::app {
namespace {

std::string first_line_of_csv() {
  const std::string head = decisions::kDecisionHead;
  return head.substr(0, head.size() - 1);
}

/// Whatever the options say that cannot be; each was printed.
bool refused(const DecideOptions& options) {
  const std::string why =
      why_not_written({options.csv, "", {first_line_of_csv()}, "decision", options.force});
  if (!why.empty()) fmt::print(stderr, "--csv {}: {}\n", options.csv, why);
  const bool regret = options.regret_above &&
                      !(std::isfinite(*options.regret_above) && *options.regret_above >= 0.0);
  if (regret) {
    fmt::print(stderr,
               "homeroom decide: --regret-above wants a number of 0 or more, in the "
               "outcome's unit\n");
  }
  return !why.empty() || regret;
}

/// The place of --against among the policies; none after that was printed.
std::optional<std::size_t> against_of(const DecideOptions& options,
                                      const std::vector<std::string>& policies) {
  if (options.against.empty()) return 0;
  const auto found = std::find(policies.begin(), policies.end(), options.against);
  if (found != policies.end()) return static_cast<std::size_t>(found - policies.begin());
  const std::string near = nearest_of(options.against, policies);
  fmt::print(stderr, "homeroom decide: --against {} is no policy of this sweep: {}{}\n",
             options.against, fmt::join(policies, ", "),
             near.empty() ? "" : fmt::format("; did you mean {}?", near));
  return {};
}

}  // namespace

int decide(const DecideOptions& options) {
  const bool wrong = refused(options);
  decisions::PolicyOutcomes outcomes;
  if (wrong || !read_decide_sweep(options, outcomes)) return kBadInput;
  if (const int status = add_until_certain(options, outcomes); status != kDone) return status;
  outcomes.better = better_of(options);
  const std::optional<std::size_t> against = against_of(options, outcomes.policies);
  if (!against) return kBadInput;
  decisions::ReportAsked asked;
  asked.against = *against;
  asked.regret_above = options.regret_above;
  asked.until_certain = !added_to(options.folder).empty();
  decisions::DecisionReport report;
  try {
    report = decisions::decision_report(outcomes, asked);
  } catch (const std::invalid_argument& error) {
    fmt::print(stderr, "homeroom decide: {}: {}\n", options.folder, error.what());
    return kBadInput;
  }
  if (!options.csv.empty() && !write_text(options.csv, decisions::decision_csv(outcomes, report))) {
    return kFailed;
  }
  fmt::print("{}", decisions::decision_text(outcomes, report, asked));
  return kDone;
}

}  // namespace homeroom::app
