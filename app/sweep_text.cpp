#include <fmt/format.h>

#include <filesystem>

#include "app/ready_sweep.hpp"
#include "sim/records/manifest.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom::app {
namespace {

void add_factor(const SweepFactor& factor, bool listed, std::string& text) {
  text +=
      fmt::format("\n{}\nname = {}\nkey = {}\n", listed ? "[[resolved.columns]]" : "[[factors]]",
                  toml_string(factor.name), toml_string(factor.key));
  if (!factor.levels.empty()) text += fmt::format("values = {}\n", toml_list(factor.levels));
  if (factor.spread == Spread::Levels) return;
  text += fmt::format("distribution = {}\nlow = {}\nhigh = {}\n",
                      toml_string(spread_words()[static_cast<std::size_t>(factor.spread)]),
                      toml_literal(factor.low), toml_literal(factor.high));
  if (factor.spread == Spread::Normal) {
    text += fmt::format("mean = {}\nsd = {}\n", toml_literal(factor.mean), toml_literal(factor.sd));
  }
  if (factor.spread == Spread::Triangular) {
    text += fmt::format("mode = {}\n", toml_literal(factor.mode));
  }
}

/// What the design's names stand for now: another scenario of the same name is another sweep.
void add_resolved(const SweepPlan& plan, const std::string& list_fingerprint, std::string& text) {
  text += fmt::format("\n[resolved]\npoints = {}\n", plan.points);
  if (!list_fingerprint.empty()) text += fmt::format("list = {}\n", toml_string(list_fingerprint));
  for (const SweepCity& city : plan.cities) {
    std::vector<std::string> scenarios;
    for (const SweepArm& arm : city.arms) {
      scenarios.push_back(fingerprint(arm.source.base().scenario->resolved));
    }
    text += fmt::format("\n[[resolved.cities]]\nname = {}\nscenarios = {}\n",
                        toml_string(city.name), toml_list(scenarios));
  }
}

void add_method(const SweepDesign& design, std::string& text) {
  text += fmt::format("\n[design]\nmethod = {}\n",
                      toml_string(sweep_methods()[static_cast<std::size_t>(design.method)]));
  if (design.method == SweepMethod::List) {
    text += fmt::format(
        "file = {}\n",
        toml_string(std::filesystem::absolute(design.list).lexically_normal().string()));
  } else if (design.method != SweepMethod::Grid) {
    text += fmt::format("points = {}\nseed = {}\n", design.size, design.seed);
    if (design.method == SweepMethod::Morris) text += fmt::format("levels = {}\n", design.levels);
  }
}

}  // namespace

std::string sweep_text(const ReadySweep& ready, const std::string& list_fingerprint) {
  const SweepDesign& design = ready.design;
  const SweepPlan& plan = ready.plan;
  const std::vector<std::string> outcomes = plan.names();
  std::vector<std::string> policies, files;
  const std::vector<SweepArm>& arms = plan.cities.front().arms;
  const std::size_t plain = arms.size() - design.arms.size();
  for (std::size_t i = 0; i < plain; ++i) policies.push_back(arms[i].asked);
  for (const SweepCity& city : plan.cities) files.push_back(city.asked);
  std::string text = fmt::format(
      "# A sweep's design as it was read: all that its results depend on, but the program.\n"
      "name = {}\ndescription = {}\nscenarios = {}\n{}set = {}\n"
      "outcomes = {}\nreplicates = {}\nfirst_replicate = {}\n",
      toml_string(design.name), toml_string(design.description), toml_list(files),
      policies.empty() ? "" : fmt::format("policies = {}\n", toml_list(policies)),
      toml_list(plan.settings), toml_list(outcomes), plan.replicates, plan.first_replicate);
  if (plan.divide > 1) text += fmt::format("divide = {}\n", plan.divide);
  add_method(design, text);
  for (std::size_t i = plain; i < arms.size(); ++i) {
    text +=
        fmt::format("\n[[arms]]\nname = {}\npolicy = {}\nset = {}\n", toml_string(arms[i].policy),
                    toml_string(arms[i].asked), toml_list(arms[i].settings));
  }
  const bool listed = design.method == SweepMethod::List;
  if (!listed) {
    for (const SweepFactor& factor : ready.factors) add_factor(factor, false, text);
  }
  add_resolved(plan, list_fingerprint, text);
  if (listed) {
    for (const SweepFactor& factor : ready.factors) add_factor(factor, true, text);
  }
  return text;
}

}  // namespace homeroom::app
