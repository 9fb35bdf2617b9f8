// The report on a folder of each kind: its answer and its sections, without title and provenance.
#pragma once

#include "analysis/report/results.hpp"

namespace homeroom::report {

/// Of `homeroom run`.
Document run_document(const Results& results);
/// Of `homeroom compare`.
Document compare_document(const Results& results);
/// Of `homeroom audit effect`.
Document effect_document(const Results& results);
/// Of `homeroom claims`.
Document claims_document(const Results& results);
/// Of `homeroom sweep` after `homeroom collect`.
Document sweep_document(const Results& results);

}  // namespace homeroom::report
