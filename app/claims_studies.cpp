#include "app/claims_studies.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace homeroom::app {
namespace {

/// Those of the models that the city knows.
std::vector<std::string> known_in(const Scenario& scenario, const std::vector<std::string>& keys) {
  std::vector<std::string> known;
  for (const std::string& key : keys) {
    const auto& models = scenario.law.models;
    const bool there = std::any_of(models.begin(), models.end(),
                                   [&](const SchoolModel& model) { return model.key == key; });
    if (there) known.push_back(key);
  }
  return known;
}

/// The study's years that the city lives through; of none of them the last one (no years).
std::string years_text(const ClaimStudy& study, const Scenario& scenario) {
  std::vector<int> lived;
  for (const int year : study.years) {
    if (year >= scenario.run.first_year && year <= scenario.run.last_year()) lived.push_back(year);
  }
  return lived.empty() ? std::string() : fmt::format("@{}", fmt::join(lived, "+"));
}

}  // namespace

claims::Stated stated_of(ClaimDirection direction) {
  if (direction == ClaimDirection::Higher) return claims::Stated::Higher;
  return direction == ClaimDirection::Lower ? claims::Stated::Lower : claims::Stated::Alike;
}

StudyNames study_names(const ClaimStudy& study, const ClaimContrast& contrast,
                       const Scenario& scenario) {
  const std::vector<std::string> of = known_in(scenario, contrast.of),
                                 against = known_in(scenario, contrast.against);
  if (of.empty() || against.empty()) return {};
  const std::string question =
      fmt::format("{}.{}.{}-{}{}", study.outcome, fmt::join(study.subjects, "+"),
                  fmt::join(of, "+"), fmt::join(against, "+"), years_text(study, scenario));
  return {"published.estimate." + question, "published.p." + question};
}

}  // namespace homeroom::app
