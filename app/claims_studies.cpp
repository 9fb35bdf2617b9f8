#include "app/claims_studies.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "app/claims_columns.hpp"
#include "app/claims_joint_space.hpp"
#include "sim/scenario/purpose.hpp"

namespace homeroom::app {
namespace {

/// Those of the models that schools of the city have or may come to.
std::vector<std::string> known_in(const Scenario& scenario, const std::vector<std::string>& keys) {
  std::set<std::string> used = models_in_use(scenario, Node{});
  used.insert(scenario.law.model(scenario.law.ordinary).key);
  std::vector<std::string> known;
  for (const std::string& key : keys) {
    if (used.count(key) > 0) known.push_back(key);
  }
  return known;
}

constexpr const char* kChange = "proficiency_change";
constexpr const char* kPrior = "prior_score";

const std::vector<std::string> kReport = {"race", "language", "income", "special_education"};

/// A school's mean score of the year before the study; of single children runs keep no scores.
bool holds_prior_scores(const ClaimStudy& study) {
  return !study.controls.empty() && study.controls.back() == kPrior;
}

/// The study's years in which the city is tested; of none of them the last one (no years).
std::string years_text(const ClaimStudy& study, const Scenario& scenario) {
  std::vector<int> lived;
  for (const int year : study.years) {
    const bool there = year >= scenario.run.first_year && year <= scenario.run.last_year();
    if (there && scenario.law.testing.tests_given.in(year) > 0.0) lived.push_back(year);
  }
  return lived.empty() ? std::string() : fmt::format("@{}", fmt::join(lived, "+"));
}

bool studies_judge(ClaimRule rule) {
  return rule == ClaimRule::Published || rule == ClaimRule::Inference;
}

}  // namespace

std::string why_not_published(const Claim& claim) {
  if (claim.rule == ClaimRule::None) return claim.not_testable;
  const bool asked =
      studies_judge(claim.rule) || std::any_of(claim.also.begin(), claim.also.end(), studies_judge);
  if (!asked || !claim.study) return "has no study";
  std::vector<std::string> controls = claim.study->controls;
  if (holds_prior_scores(*claim.study)) controls.pop_back();
  if (!claim.study->controls.empty() && controls != kReport) {
    return fmt::format(
        "{} are no controls that a study of schools can have: race, language, income, "
        "special_education, and prior_score after them, or none",
        fmt::join(claim.study->controls, ", "));
  }
  static const std::vector<std::string> known = {"proficiency", "mean_score", "growth", "index5",
                                                 "value_added", "rating",     kChange};
  for (const std::string& outcome : {claim.study->outcome, claim.study->beside}) {
    if (outcome.empty() || std::find(known.begin(), known.end(), outcome) != known.end()) continue;
    return fmt::format("{} is no outcome of the report's regression", outcome);
  }
  if (claim.study->outcome == kChange && (claim.study->years.size() != 2 || !controls.empty())) {
    return "a raw change wants two years and no controls";
  }
  if (claim.model_of_double_status == "second_model") return "second models are not run yet";
  for (const ClaimContrast& contrast : claim.study->contrasts) {
    if (contrast.direction > ClaimDirection::Alike) return "an order has no contrast of its own";
    if (contrast.direction == ClaimDirection::Alike && !claim.smallest_effect) {
      return "no margin is fixed for no difference";
    }
  }
  return {};
}

claims::Stated stated_of(ClaimDirection direction) {
  if (direction == ClaimDirection::Higher) return claims::Stated::Higher;
  return direction == ClaimDirection::Lower ? claims::Stated::Lower : claims::Stated::Alike;
}

bool is_turned(const ClaimStudy& study, const ClaimContrast& contrast) {
  return contrast.direction == ClaimDirection::Lower &&
         std::any_of(
             study.contrasts.begin(), study.contrasts.end(),
             [](const ClaimContrast& other) { return other.direction == ClaimDirection::Higher; });
}

claims::PublishedRule rule_of(const Claim& claim, std::size_t cities) {
  claims::PublishedRule rule;
  for (std::size_t city = 0; city < cities; ++city) {
    for (const ClaimContrast& contrast : claim.study->contrasts) {
      rule.contrasts.push_back(is_turned(*claim.study, contrast) ? claims::Stated::Higher
                                                                 : stated_of(contrast.direction));
    }
  }
  rule.needed = static_cast<std::size_t>(claim.study->needed);
  rule.margin = claim.smallest_effect.value_or(0.0);
  return rule;
}

StudyNames study_names(const ClaimStudy& study, const ClaimContrast& contrast,
                       const Scenario& scenario) {
  const std::vector<std::string> of = known_in(scenario, contrast.of),
                                 against = known_in(scenario, contrast.against);
  if (of.empty() || against.empty()) return {};
  if (study.outcome == kChange) {
    return {fmt::format("studied.change.each_year.proficiency.{}.{}-{}@{}",
                        fmt::join(study.subjects, "+"), fmt::join(of, "+"), fmt::join(against, "+"),
                        fmt::join(study.years, "+")),
            ""};
  }
  // An outcome of no subject counts schools by all their children tested.
  const std::string subjects =
      study.subjects.empty() ? "math+ela" : fmt::format("{}", fmt::join(study.subjects, "+"));
  const std::string question = fmt::format(
      "{}.{}.{}-{}{}{}", study.outcome, subjects, fmt::join(of, "+"), fmt::join(against, "+"),
      study.controls.empty() ? ".raw" : "", years_text(study, scenario));
  if (holds_prior_scores(study)) {
    return {"studied.gap.prior.estimate." + question, "studied.gap.prior.p." + question};
  }
  return {"published.estimate." + question, "published.p." + question};
}

Claim with_prior_score(const Claim& claim) {
  Claim held = claim;
  held.id += ", prior scores held";
  held.study->controls = kReport;
  held.study->controls.push_back(kPrior);
  return held;
}

bool is_of(const Claim& claim, const std::string& city) {
  return std::find(claim.cities.begin(), claim.cities.end(), city) != claim.cities.end();
}

StudiedPlace studied_place(const std::string& city, const Scenario& scenario,
                           const std::vector<const Claim*>& claims) {
  StudiedPlace place{city, part_of_large(scenario), {}, {}};
  OutcomeList outcomes;
  for (const Claim* claim : claims) {
    if (!is_of(*claim, city)) continue;
    const ClaimStudy& study = *claim->study;
    for (std::size_t i = 0; i < study.contrasts.size(); ++i) {
      const StudyNames names = study_names(study, study.contrasts[i], scenario);
      if (names.estimate.empty()) continue;
      const std::size_t estimate = outcomes.add(names.estimate);
      place.columns[claim->id].push_back(
          {i, estimate, names.p.empty() ? ContrastColumns::kNone : outcomes.add(names.p)});
    }
  }
  place.outcomes = outcomes.names();
  return place;
}

}  // namespace homeroom::app
