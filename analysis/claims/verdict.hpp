// What becomes of a claim.
#pragma once

#include <string_view>

namespace homeroom::claims {

enum class Verdict { Supported, Contradicted, Mixed, NotInformative, NotJudged };

std::string_view words_of(Verdict verdict);

}  // namespace homeroom::claims
