#include <fmt/format.h>

#include "app/sweep_design.hpp"
#include "sim/records/manifest.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom::app {
namespace {

std::string list_text(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + toml_string(word);
  return "[" + text + "]";
}

void add_factor(const SweepFactor& factor, std::string& text) {
  text += fmt::format("\n[[factors]]\nname = {}\nkey = {}\n", toml_string(factor.name),
                      toml_string(factor.key));
  if (!factor.levels.empty()) text += fmt::format("levels = {}\n", list_text(factor.levels));
  if (factor.spread == Spread::Levels) return;
  text += fmt::format("distribution = {}\nlow = {}\nhigh = {}\nwhole = {}\n",
                      toml_string(spread_words()[static_cast<std::size_t>(factor.spread)]),
                      factor.low, factor.high, factor.whole);
  if (factor.spread == Spread::Normal) {
    text += fmt::format("mean = {}\nsd = {}\n", factor.mean, factor.sd);
  }
  if (factor.spread == Spread::Triangular) text += fmt::format("mode = {}\n", factor.mode);
}

}  // namespace

std::string sweep_text(const ReadySweep& ready, const std::string& list_fingerprint) {
  const SweepDesign& design = ready.design;
  const SweepPlan& plan = ready.plan;
  std::string text = fmt::format(
      "# A sweep's design as it was read. All that its results depend on stands here.\n"
      "name = {}\ndescription = {}\nreplicates = {}\npoints = {}\nset = {}\n",
      toml_string(design.name), toml_string(design.description), plan.replicates, plan.points,
      list_text(plan.settings));
  std::vector<std::string> outcomes, policies;
  for (const Outcome& outcome : plan.outcomes) outcomes.push_back(outcome.name);
  for (const SweepArm& arm : plan.cities.front().arms) policies.push_back(arm.policy);
  text += fmt::format("policies = {}\noutcomes = {}\n", list_text(policies), list_text(outcomes));
  text += fmt::format("\n[design]\nmethod = {}\nsize = {}\nlevels = {}\nseed = {}\n",
                      toml_string(sweep_methods()[static_cast<std::size_t>(design.method)]),
                      design.size, design.levels, design.seed);
  if (!list_fingerprint.empty()) text += fmt::format("list = {}\n", toml_string(list_fingerprint));
  for (const SweepCity& city : plan.cities) {
    text += fmt::format("\n[[cities]]\nname = {}\nfile = {}\n", toml_string(city.name),
                        toml_string(city.file));
    std::vector<std::string> scenarios;
    for (const SweepArm& arm : city.arms) {
      scenarios.push_back(fingerprint(arm.source.base().scenario->resolved));
    }
    text += fmt::format("scenarios = {}\n", list_text(scenarios));
  }
  for (const SweepFactor& factor : ready.factors) add_factor(factor, text);
  return text;
}

}  // namespace homeroom::app
