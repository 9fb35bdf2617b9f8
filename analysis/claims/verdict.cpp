#include "analysis/claims/verdict.hpp"

namespace homeroom::claims {

std::string_view words_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Supported:
      return "supported";
    case Verdict::Contradicted:
      return "contradicted";
    case Verdict::Mixed:
      return "mixed";
    case Verdict::NotInformative:
      return "not informative";
    case Verdict::InputCheck:
      return "input check";
    case Verdict::Audited:
      return "audited";
    case Verdict::NotJudged:
      break;
  }
  return "not judged";
}

}  // namespace homeroom::claims
