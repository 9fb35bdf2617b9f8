// What becomes of a claim.
#pragma once

#include <string_view>

namespace homeroom::claims {

enum class Verdict {
  Supported,
  Contradicted,
  Mixed,
  NotInformative,
  InputCheck,  ///< put in by construction
  Audited,     ///< what a study finds was held against the truth
  NotJudged,
};

std::string_view words_of(Verdict verdict);

}  // namespace homeroom::claims
