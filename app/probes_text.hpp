// What came of a probe, in words and as rows.
#pragma once

#include <string>
#include <vector>

#include "app/probes_measures.hpp"

namespace homeroom::app {

inline constexpr const char* kProbesHead =
    "id,weakness,city,statistic,estimate,low,high,truth,n,verdict,sentence\n";

/// The word and the weakness, what is true by construction, then a sentence for each
/// measure and city that is told.
std::string probe_text(const Probe& probe, const std::vector<Measured>& all, bool provisional);

/// A row for each measure and city; what is not known is empty.
std::string probe_rows(const Probe& probe, const std::vector<Measured>& all);

}  // namespace homeroom::app
