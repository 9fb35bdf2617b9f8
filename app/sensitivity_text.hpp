// Findings of a sweep as text and as comma-separated lines.
#pragma once

#include <string>

#include "analysis/sensitivity/findings.hpp"
#include "analysis/sensitivity/replicate_noise.hpp"

namespace homeroom::app {

/// How the first line of the comma-separated text begins.
inline constexpr const char* kSensitivityHead =
    "scenario,policy,outcome,factor,measure,estimate,low,high,p,lowest_replicate,highest_replicate,"
    "parts,left_out,dice_share";

/// Of one outcome of one arm.
struct ToldFindings {
  std::string scenario, policy, outcome;
  sensitivity::Findings findings;
  sensitivity::ChanceShare chance;
  std::string refused;  ///< why there are none; empty where there are
};

std::string findings_text(const ToldFindings& told);
void append_findings(const ToldFindings& told, std::string& csv);

}  // namespace homeroom::app
