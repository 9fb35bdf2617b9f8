// An audit of an effect in brief, for people.
#pragma once

#include <map>
#include <string>

#include "analysis/truth/effect_audit.hpp"

namespace homeroom::truth {

/// Estimates beside truths, the gap split into its parts, and the truth for all groups. `labels`:
/// what a model is called, by key.
std::string effect_text(const EffectAudit& audit, const std::map<std::string, std::string>& labels);

}  // namespace homeroom::truth
