// Who was there, and who ended, at each age at which something ended.
#pragma once

#include <vector>

#include "analysis/estimators/spells.hpp"

namespace homeroom::estimators {

struct RiskSet {
  double age = 0;
  std::vector<int> at_risk, ended;  ///< by group; at risk: from < age <= until
};

/// In the order of ages. Throws std::invalid_argument where a spell does not last.
std::vector<RiskSet> risk_sets(const std::vector<std::vector<Spell>>& groups);

}  // namespace homeroom::estimators
