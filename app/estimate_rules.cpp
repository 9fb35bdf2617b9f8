#include "app/estimate_rules.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/core/words.hpp"

namespace homeroom::app {
namespace {

using Names = std::vector<std::string>;

/// An option beside the one that says what is estimated.
struct Rule {
  std::string option, type;
  bool there = false;  ///< it was given
  Names wanted;        ///< estimates that cannot be made without it
  Names allowed;       ///< further ones that may have it
};

struct Kind {
  std::string option;
  bool there = false;
};

std::vector<Kind> kinds_of(const EstimateOptions& o) {
  return {{"--outcome", !o.outcomes.empty()},
          {"--survival", !o.survival.empty()},
          {"--growth-percentiles", !o.growth.empty()},
          {"--difference", !o.difference.empty()},
          {"--value-added", !o.value_added.empty()},
          {"--index", !o.index.empty()},
          {"--report", !o.report.empty()},
          {"--report-children", !o.children.empty()},
          {"--twins", !o.twins.empty()},
          {"--lottery", !o.lottery.empty()},
          {"--offer-chances", !o.chances.empty()}};
}

std::vector<Rule> rules_of_regressions(const EstimateOptions& o) {
  const char *const column = "COLUMN", *const columns = "COLUMNS";
  return {{"--on", columns, !o.on.empty(), {"--outcome"}, {}},
          {"--controls",
           columns,
           !o.controls.empty(),
           {},
           {"--outcome", "--difference", "--value-added", "--twins", "--lottery"}},
          {"--factor",
           columns,
           !o.factors.empty(),
           {},
           {"--outcome", "--value-added", "--twins", "--lottery"}},
          {"--base", "COLUMN=WORD", !o.bases.empty(), {}, {"--outcome"}},
          {"--cluster", column, !o.cluster.empty(), {}, {"--outcome", "--lottery"}},
          {"--weights", column, !o.weights.empty(), {}, {"--outcome"}},
          {"--errors", "KIND", !o.errors.empty(), {}, {"--outcome", "--lottery"}},
          {"--margin", "M", o.margin.has_value(), {}, {"--outcome"}},
          {"--adjust", "holm|bh", !o.adjust.empty(), {}, {"--outcome"}},
          {"--event", column, !o.event.empty(), {"--survival"}, {}},
          {"--entry", column, !o.entry.empty(), {}, {"--survival"}},
          {"--unit", column, !o.unit.empty(), {"--difference"}, {}},
          {"--year", column, !o.year.empty(), {"--difference"}, {"--report"}},
          {"--first", column, !o.first.empty(), {"--difference"}, {}},
          {"--event-study", "never|not-yet", !o.event_study.empty(), {}, {"--difference"}},
          {"--by", column, !o.by.empty(), {}, {"--survival", "--growth-percentiles"}}};
}

std::vector<Rule> rules_of_children(const EstimateOptions& o) {
  const char *const column = "COLUMN", *const columns = "COLUMNS", *const words = "WORDS";
  return {{"--prior",
           columns,
           !o.prior.empty(),
           {"--growth-percentiles", "--value-added", "--twins"},
           {"--lottery"}},
          {"--within",
           column,
           !o.within.empty(),
           {"--offer-chances"},
           {"--growth-percentiles", "--lottery"}},
          {"--fewest", "N", o.fewest.has_value(), {}, {"--growth-percentiles"}},
          {"--school",
           column,
           !o.school.empty(),
           {"--value-added", "--report", "--report-children", "--twins", "--offer-chances"},
           {}},
          {"--error", column, !o.error.empty(), {"--index"}, {}},
          {"--cuts", "NEAR,FAR", !o.cuts.empty(), {"--index"}, {"--value-added"}},
          {"--model", column, !o.model.empty(), {"--report", "--report-children", "--twins"}, {}},
          {"--reference",
           words,
           !o.reference.empty(),
           {"--report", "--report-children", "--twins"},
           {}},
          {"--tested", columns, !o.tested.empty(), {"--report"}, {}},
          {"--shares", columns, !o.shares.empty(), {"--report"}, {}},
          {"--enrolment", column, !o.enrolment.empty(), {}, {"--report"}},
          {"--traits", columns, !o.traits.empty(), {"--report-children"}, {}},
          {"--proficient-from", "CUTS", !o.proficient_from.empty(), {}, {"--report-children"}},
          {"--treated", words, !o.treated.empty(), {"--twins"}, {}},
          {"--school-before", column, !o.school_before.empty(), {"--twins"}, {}},
          {"--model-before", column, !o.model_before.empty(), {}, {"--twins"}},
          {"--alike", columns, !o.alike.empty(), {"--twins"}, {}},
          {"--caliper", "D", o.caliper.has_value(), {}, {"--twins"}}};
}

std::vector<Rule> rules_of_lotteries(const EstimateOptions& o) {
  const char* const column = "COLUMN";
  return {{"--offer", column, !o.offer.empty(), {"--lottery", "--offer-chances"}, {}},
          {"--chance", column, !o.chance.empty(), {"--lottery"}, {}},
          {"--attended", column, !o.attended.empty(), {"--lottery"}, {}},
          {"--enrolled", column, !o.enrolled.empty(), {}, {"--lottery"}},
          {"--chance-as", "cells|linear", !o.chance_as.empty(), {}, {"--lottery"}},
          {"--rank", column, !o.rank.empty(), {"--offer-chances"}, {}},
          {"--priority", column, !o.priority.empty(), {"--offer-chances"}, {}},
          {"--number", column, !o.number.empty(), {"--offer-chances"}, {}},
          {"--asked", column, !o.asked.empty(), {"--offer-chances"}, {}},
          {"--ever", column, !o.ever.empty(), {}, {"--offer-chances"}},
          {"--examined", column, !o.examined.empty(), {}, {"--offer-chances"}},
          {"--separate", column, !o.separate.empty(), {}, {"--offer-chances"}},
          {"--assignment", "deferred|immediate", !o.assignment.empty(), {}, {"--offer-chances"}}};
}

/// Empty where nothing is wrong.
std::string breach_of(const Rule& rule, const std::string& kind) {
  if (!rule.there && is_among(kind, rule.wanted)) {
    return fmt::format("{} {}, beside {}, is missing", rule.option, rule.type, kind);
  }
  if (!rule.there || is_among(kind, rule.wanted) || is_among(kind, rule.allowed)) return {};
  Names fits = rule.wanted;
  fits.insert(fits.end(), rule.allowed.begin(), rule.allowed.end());
  return fmt::format("{} is for {}", rule.option, fmt::join(fits, " or "));
}

/// What options say of each other.
std::vector<std::string> further_breaches_of(const EstimateOptions& o, const std::string& kind) {
  std::vector<std::string> found;
  if (kind == "--difference" && !o.event_study.empty() && !o.controls.empty()) {
    found.push_back("--controls is for --difference without --event-study");
  }
  if (kind == "--report" && !o.year.empty() && o.enrolment.empty()) {
    found.push_back("--enrolment COLUMN, beside --report with --year, is missing");
  }
  if (kind == "--lottery" && o.errors == "HC3") {
    found.push_back("--errors HC3 is not for --lottery (allowed: classical, HC1)");
  }
  return found;
}

}  // namespace

std::string kind_of(const EstimateOptions& options) {
  std::string found;
  for (const Kind& kind : kinds_of(options)) {
    if (!kind.there) continue;
    if (!found.empty()) return {};
    found = kind.option;
  }
  return found;
}

std::vector<std::string> contradictions_in(const EstimateOptions& options) {
  const std::string kind = kind_of(options);
  if (kind.empty()) {
    Names all;
    bool any = false;
    for (const Kind& one : kinds_of(options)) {
      all.push_back(one.option);
      any = any || one.there;
    }
    return {fmt::format("{} of {} is asked for (allowed: one)", any ? "more than one" : "none",
                        fmt::join(all, ", "))};
  }
  std::vector<std::string> found;
  for (const auto& rules :
       {rules_of_regressions(options), rules_of_children(options), rules_of_lotteries(options)}) {
    for (const Rule& rule : rules) {
      if (const std::string why = breach_of(rule, kind); !why.empty()) found.push_back(why);
    }
  }
  for (const std::string& why : further_breaches_of(options, kind)) found.push_back(why);
  return found;
}

}  // namespace homeroom::app
