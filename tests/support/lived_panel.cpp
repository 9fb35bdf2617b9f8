#include "tests/support/lived_panel.hpp"

#include <atomic>
#include <map>

#include "analysis/panel/panel_builder.hpp"
#include "app/panel_year.hpp"
#include "sim/run/replicate.hpp"
#include "sim/run/replicates.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom::estimators {

namespace {

panel::Panel live(const std::string& city) {
  const Reading read = read_scenario(
      std::string(HOMEROOM_SOURCE_DIR) + "/scenarios/" + city + ".toml", {"run.policy_years=4"});
  panel::PanelBuilder builder;
  ReplicatePlan plan;
  plan.microdata = true;
  plan.read_year = [&](const ReplicateRecords& year) { app::add_year(builder, year); };
  const std::atomic<bool> stop{false};
  run_replicate(*read.scenario, plan, stop, [] {});
  return builder.panel();
}

}  // namespace

const panel::Panel& lived_panel(const std::string& city) {
  static std::map<std::string, panel::Panel> lived;
  const auto found = lived.find(city);
  return found != lived.end() ? found->second : lived.emplace(city, live(city)).first->second;
}

}  // namespace homeroom::estimators
