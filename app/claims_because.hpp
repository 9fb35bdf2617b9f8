// Why a claim is judged as it is, in a sentence.
#pragma once

#include <string>

#include "app/claims_text.hpp"

namespace homeroom::app {

std::string because(const Claim& claim, const StudiedClaim& study);
std::string because(const Claim& claim, const TestedClaim& tests);
std::string because(const Claim& claim, const CheckedInput& input);

}  // namespace homeroom::app
