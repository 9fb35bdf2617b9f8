// What the outcomes of a collected sweep depend on, by its own design.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/sensitivity_text.hpp"

namespace homeroom::app {

struct SweepFindings {
  std::string what;                ///< the design, its points and replicates
  std::vector<ToldFindings> told;  ///< by arm and outcome
  std::string limits;              ///< what no outcome of such a design can tell
};

/// `outcomes`: none are all. Throws sensitivity::DesignRefused and StoreRefused.
SweepFindings findings_of_sweep(const std::filesystem::path& folder,
                                const std::vector<std::string>& outcomes,
                                const sensitivity::Asked& how);

}  // namespace homeroom::app
