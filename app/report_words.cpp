#include "app/report_words.hpp"

#include <fmt/format.h>

#include "app/find_scenario.hpp"
#include "sim/scenario/claim.hpp"
#include "sim/scenario/sweep_design.hpp"

namespace homeroom::app {

namespace fs = std::filesystem;

report::Words claims_said() {
  report::Words said;
  std::error_code error;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(scenarios_folder() / "claims", error)) {
    if (entry.path().extension() != ".toml") continue;
    const ClaimReading reading = read_claim(entry.path());
    if (reading.faults.empty()) said[reading.claim.id] = reading.claim.says;
  }
  return said;
}

std::vector<std::pair<std::string, std::string>> design_said(const fs::path& file) {
  const SweepReading reading = read_sweep_design(file);
  if (!reading.faults.empty()) return {};
  const SweepDesign& design = reading.design;
  return {{"design", design.name},
          {"question", design.description},
          {"method", sweep_methods()[static_cast<std::size_t>(design.method)]},
          {"cities", fmt::format("{}", fmt::join(design.scenarios, ", "))},
          {"policies", fmt::format("{}", fmt::join(design.policies, ", "))},
          {"replicates of each point", fmt::format("{}", design.replicates)}};
}

}  // namespace homeroom::app
