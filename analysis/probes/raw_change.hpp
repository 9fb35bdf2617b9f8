// How a model's mean changed between two years beside that of others, without any control: what a
// table of two years shows. Who belongs to a model changes meanwhile, and so do the children.
#pragma once

#include "analysis/probes/school_study.hpp"

namespace homeroom::probes {

/// Whose schools are looked at.
enum class Members {
  OfEachYear,  ///< the model's schools of the one year, then those of the other
  Throughout,  ///< schools that were of the model in both years
  InTheEnd,    ///< schools of the model in the later year, in the earlier under whatever model
};
const std::vector<std::string>& member_words();

/// The contrast's two years, the earlier first: the change of OF less that of AGAINST, each a mean
/// over subjects and schools by children tested. NaN where one of the four means is not there.
double raw_change(const panel::Panel& panel, const Contrast& contrast, Members members);

}  // namespace homeroom::probes
